package io.portico.outreach;

import io.portico.kernel.ContactId;
import io.portico.kernel.Labelled;
import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The record that a contact was invited: by whom, when, how often, and how it stands. */
public record Invitation(
        ContactId contact,
        Optional<OperatorId> by,
        Instant firstSentAt,
        Instant lastSentAt,
        int times,
        Instant expiresAt,
        State state) {
    /** How an invitation stands. */
    public enum State implements Labelled {
        PENDING,
        ACCEPTED,
        EXPIRED,
        REVOKED,
        BOUNCED;

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        @Override
        public String labelKey() {
            return "invitation-state." + word();
        }
    }
}

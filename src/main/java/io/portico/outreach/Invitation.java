package io.portico.outreach;

import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.Optional;

/** The record that a contact was invited: by whom, when, how often, and how it stands. */
public record Invitation(
        ContactId contact,
        Optional<OperatorId> by,
        Instant firstSentAt,
        Instant lastSentAt,
        int times,
        Instant expiresAt,
        InvitationState state) {}

package io.portico.mail.dispatch;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that this worker, and no other, has in hand until the lease ends.
 *
 * @param attempt which claim of the mail this is; settling names it, so a claim that was lost settles nothing
 */
record Claim(
        WorkspaceId workspace,
        MailId id,
        MailTemplate template,
        int priority,
        boolean inBatch,
        Optional<UUID> recipient,
        Optional<EmailAddress> address,
        Map<String, String> details,
        int attempt,
        Instant createdAt,
        Instant giveUpAt,
        Instant leaseUntil) {
    /** Longer than the slowest mail server may take over one mail. */
    static final Duration LEASE = Duration.ofMinutes(2);

    Claim {
        details = Map.copyOf(details);
    }

    MailOrder order() {
        return new MailOrder(workspace, id, template, recipient, address, details);
    }

    /** Since when it may leave: when it was due first, or its run was resumed or tried once more. */
    Instant triedFrom() {
        return giveUpAt.minus(Outbox.PATIENCE);
    }

    boolean isOutOfTime(Instant now) {
        return now.isAfter(giveUpAt);
    }

    /** Less than half of the lease is left. */
    boolean leaseRunsShort(Instant now) {
        return now.isAfter(leaseUntil.minus(LEASE.dividedBy(2)));
    }

    /** The contact it is to; empty when it is to nobody known, or to an operator. */
    Optional<ContactId> contact(Outcome.Addressee to) {
        return recipient
                .or(to::recipient)
                .filter(known -> template.isToContact())
                .map(ContactId::new);
    }
}

package io.portico.mail;

import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of one mail.
 *
 * @param recipient whom it is for, as the ordering room knows them
 * @param address where it went, or is to go; for an order of an address unknown to everybody it is as it was typed
 * @param reason why it was skipped, deferred or failed: a {@link SkipReason} or a {@link MailFault}
 * @param reply the mail server's own words, on one line
 * @param messageId of the mail that left
 * @param nextTry when it is tried again, of a deferred one
 * @param returned the gravest of what came back after it had left
 * @param inMailbox whether it lies in the built-in mailbox instead of having left
 */
public record MailLogEntry(
        MailId id,
        MailTemplate template,
        MailState state,
        Optional<RunId> batch,
        Optional<UUID> recipient,
        Optional<String> address,
        Optional<Labelled> reason,
        Optional<String> reply,
        Optional<String> messageId,
        Optional<Instant> nextTry,
        Optional<MailReturn> returned,
        boolean inMailbox,
        Instant orderedAt,
        Optional<Instant> settledAt) {}

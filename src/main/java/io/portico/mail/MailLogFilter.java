package io.portico.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * Which mails of the log are wanted; what is empty does not narrow it.
 *
 * @param address part of the address, in any case
 * @param since the first moment, by the time of the order
 * @param until the first moment after
 */
public record MailLogFilter(
        Optional<String> address,
        Optional<MailTemplate> template,
        Optional<MailOutcome> outcome,
        Optional<Instant> since,
        Optional<Instant> until) {}

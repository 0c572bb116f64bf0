package io.portico.mail;

import io.portico.kernel.MailId;
import java.time.Instant;

/** A mail in the built-in mailbox, as a list shows it. */
public record MailboxEntry(MailId id, String recipient, String subject, Instant receivedAt) {}

package io.portico.mail;

import java.time.Instant;

/**
 * The mail server takes nothing from this installation at the moment.
 *
 * @param fault {@link MailFault#UNREACHABLE}, {@link MailFault#NOT_ADMITTED} or {@link MailFault#OVERLOADED}
 * @param reply what the server, or the attempt to reach it, said
 * @param waiting how many mails of the workspace that was asked for wait to leave; they leave by themselves
 */
public record Outage(Instant since, MailFault fault, String reply, long waiting) {}

package io.portico.mail;

import java.util.List;

/**
 * A mail in the built-in mailbox as its recipient would get it. It holds live links.
 *
 * @param headers in their order, decoded
 * @param html a whole document; Portico wrote it, yet it is to be shown apart from the console
 * @param source the message as it would go over the wire
 */
public record MailboxMail(MailboxEntry entry, List<Header> headers, String html, String text, String source) {
    /** One header. */
    public record Header(String name, String value) {}

    public MailboxMail {
        headers = List.copyOf(headers);
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "MailboxMail[" + entry.id() + "]";
    }
}

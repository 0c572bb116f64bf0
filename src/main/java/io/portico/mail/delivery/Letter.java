package io.portico.mail.delivery;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;

/**
 * A mail as it goes over the wire, to one recipient.
 *
 * @param sender the envelope's sender (MAIL FROM)
 * @param messageId with its angle brackets; the same at every try
 * @param source the whole message by RFC 5322: US-ASCII, lines ended by CRLF
 */
public record Letter(
        WorkspaceId workspace,
        MailId id,
        String sender,
        EmailAddress to,
        String subject,
        String messageId,
        String source) {
    /** Never the source, which holds a live link. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}

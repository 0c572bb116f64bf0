package io.portico.mail;

import io.portico.kernel.EmailAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail to be ordered, of no run. It holds no secret and no text: the template's {@link MailComposer} makes both when the
 * mail's turn comes.
 *
 * @param recipient whom it is for, as the ordering room knows them; a contact's id when the template
 *     {@linkplain MailTemplate#isToContact() is to contacts}; mail only keeps it
 * @param details what the composer needs beside the recipient; stored, so never a secret
 */
public record NewMail(
        MailTemplate template,
        Optional<UUID> recipient,
        Optional<EmailAddress> address,
        Map<String, String> details,
        Priority priority) {
    public NewMail {
        details = Map.copyOf(details);
    }

    /** A mail that somebody waits for. */
    public static NewMail personal(
            MailTemplate template, UUID recipient, EmailAddress address, Map<String, String> details) {
        return new NewMail(template, Optional.of(recipient), Optional.of(address), details, Priority.PERSONAL);
    }

    /** A mail that nobody waits for. */
    public static NewMail bulk(
            MailTemplate template, UUID recipient, EmailAddress address, Map<String, String> details) {
        return new NewMail(template, Optional.of(recipient), Optional.of(address), details, Priority.BULK);
    }
}

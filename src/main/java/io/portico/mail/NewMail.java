package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail to be ordered. It holds no secret and no text: the template's {@link MailComposer} makes both when the mail's
 * turn comes.
 *
 * @param recipient whom it is for, as the ordering room knows them; a contact's id when the template
 *     {@linkplain MailTemplate#isToContact() is to contacts}; mail only keeps it
 * @param details what the composer needs beside the recipient; stored, so never a secret
 * @param batch the run it belongs to
 * @param skip set when it is entered into the ledger only to say why it is not sent
 */
public record NewMail(
        MailTemplate template,
        Optional<UUID> recipient,
        Optional<EmailAddress> address,
        Map<String, String> details,
        Priority priority,
        Optional<RunId> batch,
        Optional<SkipReason> skip) {
    public NewMail {
        details = Map.copyOf(details);
    }

    /** A mail that somebody waits for. */
    public static NewMail personal(
            MailTemplate template, UUID recipient, EmailAddress address, Map<String, String> details) {
        return new NewMail(
                template,
                Optional.of(recipient),
                Optional.of(address),
                details,
                Priority.PERSONAL,
                Optional.empty(),
                Optional.empty());
    }

    /** A mail that nobody waits for; of no run. */
    public static NewMail bulk(
            MailTemplate template, UUID recipient, EmailAddress address, Map<String, String> details) {
        return new NewMail(
                template,
                Optional.of(recipient),
                Optional.of(address),
                details,
                Priority.BULK,
                Optional.empty(),
                Optional.empty());
    }

    /** One of many mails of a run. */
    public static NewMail bulk(
            MailTemplate template, UUID recipient, EmailAddress address, Map<String, String> details, RunId batch) {
        return new NewMail(
                template,
                Optional.of(recipient),
                Optional.of(address),
                details,
                Priority.BULK,
                Optional.of(batch),
                Optional.empty());
    }

    /** A line in a run's ledger for somebody who gets no mail, and why. */
    public static NewMail skipped(
            MailTemplate template, UUID recipient, Optional<EmailAddress> address, RunId batch, SkipReason reason) {
        return new NewMail(
                template,
                Optional.of(recipient),
                address,
                Map.of(),
                Priority.BULK,
                Optional.of(batch),
                Optional.of(reason));
    }
}

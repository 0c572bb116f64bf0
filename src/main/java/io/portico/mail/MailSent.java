package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import java.util.Optional;

/** The mail server took a contact's mail, or the built-in mailbox did; {@code text} is the template's fact word. */
@FactKind("mail.sent")
public record MailSent(ContactId contact, MailId mail, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

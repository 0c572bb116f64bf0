package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import java.util.Optional;

/** A contact reported a mail as spam, and the address is suppressed; {@code text} is the template's fact word. */
@FactKind("mail.complained")
public record MailComplained(ContactId contact, MailId mail, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import java.util.Optional;

/**
 * A contact's mail was taken by the mail server and came back: the mailbox does not exist, and the address is suppressed;
 * {@code text} is the template's fact word.
 */
@FactKind("mail.bounced")
public record MailBounced(ContactId contact, MailId mail, String text, String reply) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

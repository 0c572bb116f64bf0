package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import java.util.Optional;

/**
 * A contact's mail could not be delivered, and is not tried any more; {@code text} is the template's fact word. With
 * {@link MailFault#NO_SUCH_MAILBOX} it bounced, and the address is suppressed.
 */
@FactKind("mail.failed")
public record MailFailed(ContactId contact, MailId mail, String text, MailFault fault, String reply) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

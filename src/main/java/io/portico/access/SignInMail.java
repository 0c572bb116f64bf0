package io.portico.access;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.EmailAddress;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.tenancy.Tenancy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail with link and code that a contact asked for. */
@Component
class SignInMail implements MailComposer {
    private final LinkMails mails;
    private final Contacts contacts;
    private final Tenancy tenancy;

    SignInMail(LinkMails mails, Contacts contacts, Tenancy tenancy) {
        this.mails = mails;
        this.contacts = contacts;
        this.tenancy = tenancy;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.SIGN_IN;
    }

    @Override
    public Composition compose(MailOrder order) {
        return tenancy.in(
                order.workspace(),
                () -> recipient(order)
                        .map(contact -> composeFor(order, contact))
                        .orElseGet(() -> new Composition.Skip(SkipReason.UNKNOWN_ADDRESS)));
    }

    /** Held from the question whose the address is to the link that answers it. */
    private Optional<Contact> recipient(MailOrder order) {
        Optional<EmailAddress> address = order.address();
        return address.flatMap(known -> contacts.withEmail(order.workspace(), known))
                .flatMap(contact -> contacts.hold(order.workspace(), contact.id()))
                .filter(contact -> contact.email().map(EmailAddress::key).equals(address.map(EmailAddress::key)));
    }

    private Composition composeFor(MailOrder order, Contact contact) {
        var target =
                LinkTarget.parse(order.details().getOrDefault("target", "/")).orElse(LinkTarget.HOME);
        var wanted = new LinkMails.Wanted(
                LinkPurpose.SELF, Optional.empty(), target, Optional.empty(), Optional.empty(), "");
        return mails.compose(order, contact.id(), wanted);
    }
}

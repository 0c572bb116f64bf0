package io.portico.access;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail with link and code that a contact asked for: at most one a minute and 20 a day, whoever asks. */
@Component
class SignInMail implements MailComposer {
    private static final Duration COOLDOWN = Duration.ofMinutes(1);
    private static final int MOST_A_DAY = 20;

    private final LinkMails mails;
    private final Contacts contacts;
    private final MagicLinkStore links;
    private final Tenancy tenancy;
    private final Clock clock;

    SignInMail(LinkMails mails, Contacts contacts, MagicLinkStore links, Tenancy tenancy, Clock clock) {
        this.mails = mails;
        this.contacts = contacts;
        this.links = links;
        this.tenancy = tenancy;
        this.clock = clock;
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
                        .orElseGet(() -> new Composition.Skip(SkipReason.GONE)));
    }

    /** Held from the question whether it is too often to the link that answers it. */
    private Optional<Contact> recipient(MailOrder order) {
        Optional<EmailAddress> address = order.address().flatMap(EmailAddress::parse);
        return address.flatMap(known -> contacts.withEmail(order.workspace(), known))
                .flatMap(contact -> contacts.hold(order.workspace(), contact.id()))
                .filter(contact -> contact.email().map(EmailAddress::key).equals(address.map(EmailAddress::key)));
    }

    private Composition composeFor(MailOrder order, Contact contact) {
        if (isTooOften(order.workspace(), contact)) {
            return new Composition.Skip(SkipReason.COOLDOWN);
        }
        var target =
                LinkTarget.parse(order.details().getOrDefault("target", "/")).orElse(LinkTarget.HOME);
        var wanted = new LinkMails.Wanted(
                LinkPurpose.SELF, Optional.empty(), target, Optional.empty(), Optional.empty(), "");
        return mails.compose(order.workspace(), contact.id(), wanted);
    }

    private boolean isTooOften(WorkspaceId workspace, Contact contact) {
        Instant now = clock.instant();
        return links.mailedSince(workspace, contact.id(), LinkPurpose.SELF, now.minus(COOLDOWN)) > 0
                || links.mailedSince(workspace, contact.id(), LinkPurpose.SELF, now.minus(Duration.ofDays(1)))
                        >= MOST_A_DAY;
    }
}

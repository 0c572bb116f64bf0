package io.portico.api.access;

import io.portico.access.Askers;
import io.portico.access.LinkMailing;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinkMail;
import io.portico.activity.Maker;
import io.portico.api.ApiVisit;
import io.portico.api.access.MadeLinkShown.MailShown;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.mail.SkipReason;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders the mail that goes out beside a link. It carries a link of its own, which proves the mailbox. */
@Component
class LinkSending {
    private final MagicLinkMail mail;
    private final Askers askers;
    private final Clock clock;

    LinkSending(MagicLinkMail mail, Askers askers, Clock clock) {
        this.mail = mail;
        this.askers = askers;
        this.clock = clock;
    }

    MailShown send(ApiVisit visit, Contact contact, LinkBody body, MadeLink made) {
        Optional<EmailAddress> address = contact.email();
        if (address.isEmpty()) {
            return new MailShown(false, Optional.of(SkipReason.NO_ADDRESS.word()));
        }
        LinkMailing mailing = mail.send(
                visit.workspaceId(),
                contact.id(),
                address.get(),
                Duration.between(clock.instant(), made.expiresAt()),
                body.target(),
                askers.sender(visit.workspaceId(), Maker.of(visit.actor())));
        return switch (mailing) {
            case LinkMailing.OnItsWay sent -> new MailShown(true, Optional.empty());
            case LinkMailing.HeldBack(SkipReason why, var history) -> new MailShown(false, Optional.of(why.word()));
        };
    }
}

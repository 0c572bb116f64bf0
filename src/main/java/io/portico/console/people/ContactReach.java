package io.portico.console.people;

import io.portico.console.access.MakerNames;
import io.portico.console.automations.ContactAutomations;
import io.portico.console.automations.PassageCard;
import io.portico.contacts.Contact;
import io.portico.mail.MailLog;
import io.portico.mail.MailLogEntry;
import io.portico.mail.Suppressions;
import io.portico.outreach.Invitations;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a contact is asked in: their invitation, their mails and whether any reaches them at all, and what automations do. */
@Component
class ContactReach {
    private static final int MAILS = 10;

    private final Invitations invitations;
    private final Suppressions suppressions;
    private final MailLog mails;
    private final ContactAutomations automations;
    private final MakerNames makers;

    ContactReach(
            Invitations invitations,
            Suppressions suppressions,
            MailLog mails,
            ContactAutomations automations,
            MakerNames makers) {
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.mails = mails;
        this.automations = automations;
        this.makers = makers;
    }

    /** The newest to the contact, to whichever address they went. */
    List<MailLogEntry> mails(ConsoleVisit visit, Contact contact) {
        return mails.of(visit.workspaceId(), contact.id().value(), MAILS);
    }

    List<PassageCard> automations(ConsoleVisit visit, Contact contact) {
        return automations.of(visit, contact);
    }

    /** Empty for somebody who was never invited. */
    Optional<InvitationCard> invitation(ConsoleVisit visit, Contact contact) {
        return invitations
                .of(visit.workspaceId(), contact.id())
                .map(found -> new InvitationCard(found, makers.of(visit, found.by())));
    }

    /** Empty when mail goes to the contact's address, or there is none. */
    Optional<SuppressedAddress> suppressed(ConsoleVisit visit, Contact contact, String typed, FormErrors errors) {
        return contact.email()
                .flatMap(address -> suppressions
                        .find(visit.workspaceId(), address)
                        .map(found -> SuppressedAddress.of(visit, address, found, typed, errors)));
    }
}

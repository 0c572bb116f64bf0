package io.portico.console.people;

import io.portico.console.access.MakerNames;
import io.portico.console.automations.ContactAutomations;
import io.portico.console.automations.PassageCard;
import io.portico.contacts.Contact;
import io.portico.mail.Suppressions;
import io.portico.outreach.Invitations;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a contact is asked in: their invitation, whether mail reaches them at all, and what automations do. */
@Component
class ContactReach {
    private final Invitations invitations;
    private final Suppressions suppressions;
    private final ContactAutomations automations;
    private final MakerNames makers;

    ContactReach(
            Invitations invitations, Suppressions suppressions, ContactAutomations automations, MakerNames makers) {
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.automations = automations;
        this.makers = makers;
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

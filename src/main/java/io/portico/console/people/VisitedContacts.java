package io.portico.console.people;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.web.ConsoleVisit;
import io.portico.web.NotFound;
import org.springframework.stereotype.Component;

/** Finds the contact that a path names. */
@Component
class VisitedContacts {
    private final Contacts contacts;

    VisitedContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    /** @throws NotFound when the visited workspace has none of this id, also when another workspace has */
    Contact get(ConsoleVisit visit, String id) {
        return ContactId.parse(id)
                .flatMap(each -> contacts.find(visit.workspaceId(), each))
                .orElseThrow(() -> new NotFound("contact"));
    }
}

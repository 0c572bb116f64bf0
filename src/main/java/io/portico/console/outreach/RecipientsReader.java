package io.portico.console.outreach;

import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks up who is chosen, and who matches a search for further ones. */
@Component
class RecipientsReader {
    private static final int NAMED = 20;
    private static final int FOUND = 8;

    private final People people;

    RecipientsReader(People people) {
        this.people = people;
    }

    Recipients read(WorkspaceId workspace, RecipientsForm form) {
        Selection selection = form.selection();
        List<Contact> named = people.next(workspace, selection, Optional.empty(), NAMED);
        return new Recipients(form, people.count(workspace, selection), named, found(workspace, form));
    }

    private List<Contact> found(WorkspaceId workspace, RecipientsForm form) {
        if (form.find().isBlank() || form.all()) {
            return List.of();
        }
        Set<ContactId> chosen = new HashSet<>(form.ids());
        var filter = new PeopleFilter(form.find(), Optional.empty(), Optional.empty());
        return people.list(workspace, filter, PeopleOrder.BY_NAME, "").people().stream()
                .filter(contact -> !chosen.contains(contact.id()))
                .limit(FOUND)
                .toList();
    }
}

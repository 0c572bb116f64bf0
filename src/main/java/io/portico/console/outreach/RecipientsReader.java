package io.portico.console.outreach;

import io.portico.console.people.SelectionForm;
import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
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

    Recipients read(WorkspaceId workspace, SelectionForm chosen, String find) {
        var selection = chosen.selection();
        List<Contact> named = people.next(workspace, selection, Optional.empty(), NAMED);
        return new Recipients(chosen, people.count(workspace, selection), named, find, found(workspace, chosen, find));
    }

    private List<Contact> found(WorkspaceId workspace, SelectionForm chosen, String find) {
        if (find.isBlank()) {
            return List.of();
        }
        var filter = new PeopleFilter(find, Optional.empty(), Optional.empty());
        return people.list(workspace, filter, PeopleOrder.BY_NAME, "").people().stream()
                .filter(contact -> !chosen.id().contains(contact.id().toString()))
                .limit(FOUND)
                .toList();
    }
}

package io.portico.contacts;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.csv.ContactExport;
import io.portico.contacts.csv.SpreadsheetSafeCsv;
import io.portico.kernel.ContactId;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes contacts out as a CSV file that spreadsheets and {@link io.portico.contacts.imports.Imports} read. */
@Component
public class PeopleExport {
    private static final int BATCH = 1_000;

    private final People people;
    private final Activity activity;

    PeopleExport(People people, Activity activity) {
        this.people = people;
        this.activity = activity;
    }

    /**
     * Writes all that match, in the order of their creation, a batch at a time; closing is the caller's. That it was done
     * is recorded first, so that a download broken off is in the log as well.
     */
    public void write(WorkspaceId workspace, PeopleFilter filter, Actor actor, SpreadsheetSafeCsv csv) {
        var selection = new Selection.Matching(filter);
        long count = people.count(workspace, selection);
        activity.record(workspace, actor, new ContactsExported(Long.toString(count)));
        List<String> custom = people.customFields(workspace);
        csv.row(ContactExport.header(custom));
        Optional<ContactId> last = Optional.empty();
        List<Contact> batch;
        do {
            batch = people.next(workspace, selection, last, BATCH);
            batch.forEach(contact -> csv.row(ContactExport.cells(draft(contact), custom)));
            last = batch.isEmpty() ? last : Optional.of(batch.getLast().id());
        } while (batch.size() == BATCH);
    }

    private static ContactDraft draft(Contact contact) {
        return new ContactDraft(
                Optional.of(contact.name().first()),
                Optional.of(contact.name().last()),
                contact.email(),
                contact.phone().flatMap(PhoneNumber::parse),
                contact.tags(),
                contact.language().map(Language::tag),
                contact.timeZone(),
                Optional.of(contact.source()),
                contact.custom());
    }
}

package io.portico.contacts.imports;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactCreated;
import io.portico.contacts.ContactUpdated;
import io.portico.contacts.csv.ContactDraft;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes contacts of some rows at a time, without a file and an import to remember them by. As in an import, a row with
 * the address of a contact changes that contact: what it says replaces what was there, tags are added, the rest stays.
 */
@Component
public class ContactRows {
    private static final int TRIES = 5;

    private final Tenancy tenancy;
    private final ImportedContacts contacts;
    private final Activity activity;
    private final Clock clock;

    ContactRows(Tenancy tenancy, ImportedContacts contacts, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.contacts = contacts;
        this.activity = activity;
        this.clock = clock;
    }

    /** What became of a row. */
    public record Outcome(ImportVerdict verdict, ContactId contact) {}

    private record Work(
            List<ImportedContacts.Created> created, List<ImportedContacts.Updated> updated, List<Fact> facts) {
        Work() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * All of these rows in one transaction, answered in their order.
     *
     * @param rows of which no two have the same address
     * @param source of contacts that are made of rows which say none
     */
    public List<Outcome> apply(WorkspaceId workspace, List<ContactDraft> rows, String source, Actor actor) {
        for (int tried = 1; ; tried++) {
            try {
                return tenancy.in(workspace, () -> applyOnce(workspace, rows, source, actor));
            } catch (ImportedContacts.Outrun outrun) {
                if (tried == TRIES) {
                    throw outrun;
                }
            }
        }
    }

    private List<Outcome> applyOnce(WorkspaceId workspace, List<ContactDraft> rows, String source, Actor actor) {
        List<Incoming> incoming =
                rows.stream().map(draft -> new Incoming(0, draft, List.of())).toList();
        List<String> keys = incoming.stream()
                .map(Incoming::key)
                .filter(key -> !key.isEmpty())
                .toList();
        Map<String, Contact> known = contacts.withKeys(workspace, keys);
        var work = new Work();
        List<Outcome> outcomes = new ArrayList<>();
        for (Incoming each : incoming) {
            Contact before = known.get(each.key());
            outcomes.add(before == null ? create(each, source, work) : update(each, before, work));
        }
        contacts.insert(workspace, work.created(), clock.instant());
        contacts.update(workspace, work.updated(), clock.instant());
        activity.record(workspace, actor, work.facts());
        return outcomes;
    }

    private Outcome create(Incoming row, String usual, Work work) {
        var id = ContactId.next(clock);
        String source = row.draft().source().orElse(usual);
        work.created()
                .add(new ImportedContacts.Created(id, row.asNew(), row.draft().custom(), source));
        work.facts().add(new ContactCreated(id, source, row.asNew().tags()));
        return new Outcome(ImportVerdict.CREATED, id);
    }

    private static Outcome update(Incoming row, Contact before, Work work) {
        var updated = new ImportedContacts.Updated(before.id(), row.merged(before), row.mergedCustom(before));
        List<String> changed = updated.changedFrom(before);
        if (changed.isEmpty()) {
            return new Outcome(ImportVerdict.UNCHANGED, before.id());
        }
        work.updated().add(updated);
        work.facts().add(ContactUpdated.of(before, changed, updated.details().tags()));
        return new Outcome(ImportVerdict.UPDATED, before.id());
    }
}

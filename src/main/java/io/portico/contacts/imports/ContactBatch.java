package io.portico.contacts.imports;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactCreated;
import io.portico.contacts.ContactUpdated;
import io.portico.contacts.CustomFields;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Writes some rows as contacts, all at once, with their facts. */
@Component
class ContactBatch {
    private static final int TRIES = 5;

    private final Tenancy tenancy;
    private final ImportedContacts contacts;
    private final Activity activity;
    private final Clock clock;

    ContactBatch(Tenancy tenancy, ImportedContacts contacts, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.contacts = contacts;
        this.activity = activity;
        this.clock = clock;
    }

    /** The work in a transaction, and again when somebody else took one of its addresses meanwhile. */
    <T> T whole(WorkspaceId workspace, Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return tenancy.in(workspace, work);
            } catch (ImportedContacts.Outrun outrun) {
                if (tried == TRIES) {
                    throw outrun;
                }
            }
        }
    }

    /**
     * Within {@link #whole}; answers in the order of the rows.
     *
     * @param rows of which no two have the same address
     * @param source of contacts that are made of rows which say none
     * @throws ImportedContacts.Outrun when somebody else took one of the addresses meanwhile
     */
    List<ContactRows.Outcome> write(WorkspaceId workspace, List<Incoming> rows, String source, Actor actor) {
        Map<String, Contact> known = contacts.withKeys(workspace, Incoming.keys(rows));
        var changes = new Changes();
        List<ContactRows.Outcome> outcomes = new ArrayList<>();
        for (Incoming each : rows) {
            Contact before = known.get(each.key());
            outcomes.add(before == null ? create(each, source, changes) : update(each, before, changes));
        }
        contacts.insert(workspace, changes.created(), clock.instant());
        contacts.update(workspace, changes.updated(), clock.instant());
        activity.record(workspace, actor, changes.facts());
        return outcomes;
    }

    private record Changes(
            List<ImportedContacts.Created> created, List<ImportedContacts.Updated> updated, List<Fact> facts) {
        Changes() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private ContactRows.Outcome create(Incoming row, String usual, Changes changes) {
        if (!CustomFields.mayBecome(Map.of(), row.draft().custom())) {
            return ContactRows.Outcome.TOO_MANY_FIELDS;
        }
        var id = ContactId.next(clock);
        String source = row.draft().source().orElse(usual);
        changes.created()
                .add(new ImportedContacts.Created(id, row.asNew(), row.draft().custom(), source));
        changes.facts().add(new ContactCreated(id, source, row.asNew().tags()));
        return ContactRows.Outcome.of(ImportVerdict.CREATED, id);
    }

    private static ContactRows.Outcome update(Incoming row, Contact before, Changes changes) {
        var updated = new ImportedContacts.Updated(before.id(), row.merged(before), row.mergedCustom(before));
        if (!CustomFields.mayBecome(before.custom(), updated.custom())) {
            return ContactRows.Outcome.TOO_MANY_FIELDS;
        }
        List<String> changed = updated.changedFrom(before);
        if (changed.isEmpty()) {
            return ContactRows.Outcome.of(ImportVerdict.UNCHANGED, before.id());
        }
        changes.updated().add(updated);
        changes.facts().add(ContactUpdated.of(before, changed, updated.details().tags()));
        return ContactRows.Outcome.of(ImportVerdict.UPDATED, before.id());
    }
}

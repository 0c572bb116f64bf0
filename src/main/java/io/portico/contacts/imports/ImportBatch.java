package io.portico.contacts.imports;

import io.portico.activity.Activity;
import io.portico.activity.Fact;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactCreated;
import io.portico.contacts.ContactUpdated;
import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.FieldFault;
import io.portico.contacts.csv.ImportRow;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes contacts of some rows of a file: all of them, with their verdicts and facts, or none. */
@Component
class ImportBatch {
    private static final String SOURCE = "import";
    private static final int TRIES = 5;

    private final Tenancy tenancy;
    private final ImportStore imports;
    private final ImportedContacts contacts;
    private final Activity activity;
    private final Clock clock;

    ImportBatch(Tenancy tenancy, ImportStore imports, ImportedContacts contacts, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.imports = imports;
        this.contacts = contacts;
        this.activity = activity;
        this.clock = clock;
    }

    /** False, and nothing done, when the import has ended or these rows are done already. */
    boolean apply(ImportOrder order, CsvImport running, int from, List<ImportRow> rows) {
        for (int tried = 1; ; tried++) {
            try {
                return tenancy.in(order.workspace(), () -> applyOnce(order, running, from, rows));
            } catch (ImportedContacts.Outrun outrun) {
                if (tried == TRIES) {
                    throw outrun;
                }
            }
        }
    }

    private boolean applyOnce(ImportOrder order, CsvImport running, int from, List<ImportRow> rows) {
        WorkspaceId workspace = order.workspace();
        if (!imports.advance(workspace, running.id(), from, rows.size())) {
            return false;
        }
        Work work = new Work(running);
        List<Incoming> incoming = incoming(rows, running, work);
        List<Incoming> first = withoutDuplicates(workspace, running, incoming, work);
        Map<String, Contact> known = contacts.withKeys(workspace, keys(first));
        for (Incoming each : first) {
            Contact before = known.get(each.key());
            if (before == null) {
                create(each, work);
            } else {
                update(each, before, work);
            }
        }
        contacts.insert(workspace, work.created, clock.instant());
        contacts.update(workspace, work.updated, clock.instant());
        contacts.keepVerdicts(workspace, running.id(), work.verdicts);
        activity.record(workspace, order.actor(), work.facts);
        return true;
    }

    /** What a batch has found out and is about to write. */
    private static final class Work {
        final List<ImportedContacts.Verdict> verdicts = new ArrayList<>();
        final List<ImportedContacts.Created> created = new ArrayList<>();
        final List<ImportedContacts.Updated> updated = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();
        private final int languages;

        Work(CsvImport running) {
            languages = running.columnOf(ContactField.LANGUAGE);
        }

        void judge(Incoming row, ImportVerdict verdict) {
            verdicts.add(ImportedContacts.Verdict.of(row, verdict, notes(row, verdict)));
        }

        private List<ImportProblem> notes(Incoming row, ImportVerdict verdict) {
            return verdict == ImportVerdict.DUPLICATE
                    ? List.of()
                    : row.unspoken().stream()
                            .map(code -> ImportProblem.of(FieldFault.LANGUAGE_NOT_SPOKEN, languages, code))
                            .toList();
        }
    }

    private static List<Incoming> incoming(List<ImportRow> rows, CsvImport running, Work work) {
        List<Incoming> incoming = new ArrayList<>();
        for (ImportRow row : rows) {
            switch (row) {
                case ImportRow.Drafted(long n, long line, ContactDraft draft) ->
                    incoming.add(new Incoming((int) n, draft, running.tags()));
                case ImportRow.Invalid invalid -> work.verdicts.add(ImportedContacts.Verdict.of(invalid));
            }
        }
        return incoming;
    }

    private List<Incoming> withoutDuplicates(
            WorkspaceId workspace, CsvImport running, List<Incoming> incoming, Work work) {
        Set<String> taken = new HashSet<>(contacts.keysDone(workspace, running.id(), keys(incoming)));
        List<Incoming> first = new ArrayList<>();
        for (Incoming each : incoming) {
            if (each.key().isEmpty() || taken.add(each.key())) {
                first.add(each);
            } else {
                work.judge(each, ImportVerdict.DUPLICATE);
            }
        }
        return first;
    }

    private static List<String> keys(List<Incoming> rows) {
        return rows.stream()
                .map(Incoming::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private void create(Incoming row, Work work) {
        var id = ContactId.next(clock);
        String source = row.draft().source().orElse(SOURCE);
        work.created.add(
                new ImportedContacts.Created(id, row.asNew(), row.draft().custom(), source));
        work.facts.add(new ContactCreated(id, source, row.asNew().tags()));
        work.judge(row, ImportVerdict.CREATED);
    }

    private void update(Incoming row, Contact before, Work work) {
        var updated = new ImportedContacts.Updated(before.id(), row.merged(before), row.mergedCustom(before));
        List<String> changed = updated.changedFrom(before);
        if (changed.isEmpty()) {
            work.judge(row, ImportVerdict.UNCHANGED);
            return;
        }
        work.updated.add(updated);
        work.facts.add(ContactUpdated.of(before, changed, updated.details().tags()));
        work.judge(row, ImportVerdict.UPDATED);
    }
}

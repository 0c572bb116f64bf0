package io.portico.contacts.imports;

import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.csv.ContactField;
import io.portico.contacts.csv.FieldFault;
import io.portico.contacts.csv.ImportRow;
import io.portico.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes contacts of some rows of a file: all of them, with their verdicts and facts, or none. */
@Component
class ImportBatch {
    private static final String SOURCE = "import";

    private final ContactBatch batch;
    private final ImportStore imports;
    private final ImportedContacts contacts;

    ImportBatch(ContactBatch batch, ImportStore imports, ImportedContacts contacts) {
        this.batch = batch;
        this.imports = imports;
        this.contacts = contacts;
    }

    /** False, and nothing done, when the import has ended or these rows are done already. */
    boolean apply(ImportOrder order, CsvImport running, int from, List<ImportRow> rows) {
        return batch.whole(order.workspace(), () -> applyOnce(order, running, from, rows));
    }

    private boolean applyOnce(ImportOrder order, CsvImport running, int from, List<ImportRow> rows) {
        WorkspaceId workspace = order.workspace();
        if (!imports.advance(workspace, running.id(), from, rows.size())) {
            return false;
        }
        var verdicts = new Verdicts(running);
        List<Incoming> incoming = incoming(rows, running, verdicts);
        List<Incoming> first = withoutDuplicates(workspace, running, incoming, verdicts);
        List<ContactRows.Outcome> outcomes = batch.write(workspace, first, SOURCE, order.actor());
        for (int i = 0; i < first.size(); i++) {
            verdicts.judge(first.get(i), outcomes.get(i).verdict());
        }
        contacts.keepVerdicts(workspace, running.id(), verdicts.all);
        return true;
    }

    private static final class Verdicts {
        private final List<ImportedContacts.Verdict> all = new ArrayList<>();
        private final int languages;

        Verdicts(CsvImport running) {
            languages = running.columnOf(ContactField.LANGUAGE);
        }

        void judge(Incoming row, ImportVerdict verdict) {
            all.add(ImportedContacts.Verdict.of(row, verdict, notes(row, verdict)));
        }

        private List<ImportProblem> notes(Incoming row, ImportVerdict verdict) {
            return switch (verdict) {
                case DUPLICATE -> List.of();
                case INVALID -> List.of(ImportProblem.of(FieldFault.TOO_MANY_CUSTOM_FIELDS, 0, ""));
                case CREATED, UPDATED, UNCHANGED ->
                    row.unspoken().stream()
                            .map(code -> ImportProblem.of(FieldFault.LANGUAGE_NOT_SPOKEN, languages, code))
                            .toList();
            };
        }
    }

    private static List<Incoming> incoming(List<ImportRow> rows, CsvImport running, Verdicts verdicts) {
        List<Incoming> incoming = new ArrayList<>();
        for (ImportRow row : rows) {
            switch (row) {
                case ImportRow.Drafted(long n, long line, ContactDraft draft) ->
                    incoming.add(new Incoming((int) n, draft, running.tags()));
                case ImportRow.Invalid invalid -> verdicts.all.add(ImportedContacts.Verdict.of(invalid));
            }
        }
        return incoming;
    }

    private List<Incoming> withoutDuplicates(
            WorkspaceId workspace, CsvImport running, List<Incoming> incoming, Verdicts verdicts) {
        Set<String> taken = new HashSet<>(contacts.keysDone(workspace, running.id(), Incoming.keys(incoming)));
        List<Incoming> first = new ArrayList<>();
        for (Incoming each : incoming) {
            if (each.key().isEmpty() || taken.add(each.key())) {
                first.add(each);
            } else {
                verdicts.judge(each, ImportVerdict.DUPLICATE);
            }
        }
        return first;
    }
}

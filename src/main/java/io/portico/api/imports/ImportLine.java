package io.portico.api.imports;

import io.portico.api.Problem.Fault;
import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.csv.ImportRow;
import io.portico.contacts.csv.RowProblem;
import java.util.List;

/** One row of what was sent: somebody, or what is wrong with it. */
sealed interface ImportLine {
    /** As the sender counts, from 1. */
    long row();

    record Somebody(long row, ContactDraft draft) implements ImportLine {}

    record Refused(long row, List<Fault> faults) implements ImportLine {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    static ImportLine of(ImportRow read) {
        return switch (read) {
            case ImportRow.Drafted(long row, long line, ContactDraft draft) -> new Somebody(row, draft);
            case ImportRow.Invalid(long row, long line, List<RowProblem> problems) ->
                new Refused(row, problems.stream().map(ImportLine::fault).toList());
        };
    }

    private static Fault fault(RowProblem problem) {
        String key = problem.complaint().labelKey();
        String code = key.substring(key.lastIndexOf('.') + 1).replace('-', '_');
        return new Fault(
                problem.columnName(), code, "Column %d holds: %s".formatted(problem.column(), problem.found()));
    }
}

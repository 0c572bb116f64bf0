package io.portico.contacts.csv;

import java.util.List;

/** What a row of a file is to an import. */
public sealed interface ImportRow {
    /** See {@link CsvRow#row}. */
    long row();

    /** See {@link CsvRow#line}. */
    long line();

    /** A row that can become a contact, or change one. */
    record Drafted(long row, long line, ContactDraft draft) implements ImportRow {}

    /** A row that is left out, with all that is wrong with it; never empty. */
    record Invalid(long row, long line, List<RowProblem> problems) implements ImportRow {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}

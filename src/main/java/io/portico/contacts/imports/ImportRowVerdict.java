package io.portico.contacts.imports;

import java.util.List;

/**
 * The verdict on one row.
 *
 * @param row as a spreadsheet counts
 * @param email empty when the row has none that could be read
 */
public record ImportRowVerdict(int row, ImportVerdict verdict, List<ImportProblem> problems, String email) {
    public ImportRowVerdict {
        problems = List.copyOf(problems);
    }
}

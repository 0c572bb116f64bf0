package io.portico.contacts.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first look at a file: how it is written, what its columns are taken for, and how its first rows read. */
public sealed interface CsvPreview {
    /** How many rows it shows and guesses from. */
    int ROWS = 50;

    CsvDialect dialect();

    /** With everything guessed. */
    static CsvPreview of(CsvSource source) throws IOException {
        return of(source, CsvDialect.guess(source));
    }

    /** With the columns guessed anew for a dialect somebody chose. */
    static CsvPreview of(CsvSource source, CsvDialect dialect) throws IOException {
        try (CsvRows rows = CsvRows.open(source, dialect)) {
            List<CsvRow> first = first(rows);
            if (rows.header().isEmpty() && first.isEmpty()) {
                return new Empty(dialect);
            }
            if (dialect.header() && rows.header().isEmpty() && first.getFirst() instanceof CsvRow.Broken broken) {
                return new BrokenHeader(dialect, broken);
            }
            return new Table(dialect, ColumnMapping.guess(rows.header(), fields(first)), first);
        }
    }

    private static List<CsvRow> first(CsvRows rows) {
        List<CsvRow> first = new ArrayList<>();
        while (first.size() < ROWS && rows.hasNext()) {
            first.add(rows.next());
        }
        return first;
    }

    private static List<List<String>> fields(List<CsvRow> rows) {
        return rows.stream()
                .filter(CsvRow.Fields.class::isInstance)
                .map(row -> ((CsvRow.Fields) row).fields())
                .toList();
    }

    /** A file with columns; {@code rows} is empty when there is a header and nothing below it. */
    record Table(CsvDialect dialect, ColumnMapping mapping, List<CsvRow> rows) implements CsvPreview {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** A file whose first row cannot be read, and so its columns are unknown. */
    record BrokenHeader(CsvDialect dialect, CsvRow.Broken header) implements CsvPreview {}

    /** A file without a single row that is not blank. */
    record Empty(CsvDialect dialect) implements CsvPreview {}
}

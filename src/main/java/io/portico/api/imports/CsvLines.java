package io.portico.api.imports;

import io.portico.api.ApiProblem;
import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.ContactDraft;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvRow;
import io.portico.contacts.csv.CsvRows;
import io.portico.contacts.csv.CsvSource;
import io.portico.contacts.csv.ImportRow;
import io.portico.contacts.csv.RowProblem;
import io.portico.kernel.Language;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Contacts as CSV: encoding and separator are guessed as in the console's import, the first row names the columns. */
final class CsvLines implements Iterator<ImportLine>, AutoCloseable {
    private final CsvRows rows;
    private final ColumnMapping mapping;

    private CsvLines(CsvRows rows, ColumnMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    /**
     * @param fields the custom fields of the workspace
     * @throws ApiProblem when a column is unknown, or its columns cannot be told
     */
    static CsvLines of(CsvSource source, List<String> fields) throws IOException {
        CsvRows rows = CsvRows.open(source, CsvDialect.guess(source).withHeader(true));
        boolean understood = false;
        try {
            var lines = new CsvLines(rows, columns(rows, fields));
            understood = true;
            return lines;
        } finally {
            if (!understood) {
                rows.close();
            }
        }
    }

    private static ColumnMapping columns(CsvRows rows, List<String> fields) {
        if (rows.header().isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid_csv",
                    rows.hasNext()
                            ? "The first row cannot be read, so the columns are unknown."
                            : "The file is empty.");
        }
        return CsvColumns.of(rows.header(), fields);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ImportLine next() {
        CsvRow row = rows.next();
        List<String> cells = row instanceof CsvRow.Fields fields ? fields.fields() : List.of();
        var faults = new CsvFaults(mapping, cells);
        Optional<Integer> unnamed = CsvColumns.unnamed(mapping, cells);
        if (unnamed.isPresent()) {
            return new ImportLine.Refused(row.row(), List.of(faults.unnamed(unnamed.get())));
        }
        return switch (mapping.read(row)) {
            case ImportRow.Drafted(long n, long line, ContactDraft draft) ->
                isSpoken(draft)
                        ? new ImportLine.Somebody(n, draft)
                        : new ImportLine.Refused(n, List.of(faults.unspoken()));
            case ImportRow.Invalid(long n, long line, List<RowProblem> problems) ->
                new ImportLine.Refused(n, faults.of(problems));
        };
    }

    private static boolean isSpoken(ContactDraft draft) {
        return draft.language().filter(code -> Language.parse(code).isEmpty()).isEmpty();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

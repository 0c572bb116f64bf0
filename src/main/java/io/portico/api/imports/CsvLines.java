package io.portico.api.imports;

import io.portico.api.ApiProblem;
import io.portico.contacts.csv.ColumnMapping;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvPreview;
import io.portico.contacts.csv.CsvRow;
import io.portico.contacts.csv.CsvRows;
import io.portico.contacts.csv.CsvSource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Contacts as CSV, read as the console's import reads it: encoding, separator and columns are guessed. */
final class CsvLines implements Iterator<ImportLine>, AutoCloseable {
    private final CsvRows rows;
    private final ColumnMapping mapping;

    private CsvLines(CsvRows rows, ColumnMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    /** @throws ApiProblem when its columns cannot be told */
    static CsvLines of(CsvSource source) throws IOException {
        return switch (CsvPreview.of(source)) {
            case CsvPreview.Table(CsvDialect dialect, ColumnMapping mapping, List<CsvRow> first) ->
                new CsvLines(CsvRows.open(source, dialect), mapping);
            case CsvPreview.Empty empty -> throw refused("The file is empty.");
            case CsvPreview.BrokenHeader broken ->
                throw refused("The first row cannot be read, so the columns are unknown.");
        };
    }

    private static ApiProblem refused(String why) {
        return ApiProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_csv", why);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ImportLine next() {
        return ImportLine.of(mapping.read(rows.next()));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

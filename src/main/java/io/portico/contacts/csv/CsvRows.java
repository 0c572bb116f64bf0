package io.portico.contacts.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of a file below its header, one after the other, once. Only one is in memory at a time.
 *
 * <p>Blank rows are left out; the apostrophe by which an export is made {@link SpreadsheetSafeCsv safe for
 * spreadsheets} is taken off again. A header that is broken is the first row that comes. What is wrong with the file is
 * a row among the others; only a source that fails to deliver throws: {@link UncheckedIOException}.
 */
public final class CsvRows implements Iterator<CsvRow>, Closeable {
    private final CsvScanner scanner;
    private List<String> header = List.of();
    private Optional<CsvRow> ahead;

    private CsvRows(CsvScanner scanner, CsvDialect dialect) throws IOException {
        this.scanner = scanner;
        this.ahead = nextThatIsNotBlank();
        if (dialect.header() && ahead.orElse(null) instanceof CsvRow.Fields names) {
            this.header = names.fields();
            this.ahead = nextThatIsNotBlank();
        }
    }

    public static CsvRows open(CsvSource source, CsvDialect dialect) throws IOException {
        CsvText text = CsvText.open(source, dialect.encoding());
        long firstLine = text.declared().isPresent() ? 2 : 1;
        CsvScanner scanner = new CsvScanner(new LineCursor(text.reader(), firstLine), dialect.delimiter());
        try {
            return new CsvRows(scanner, dialect);
        } catch (IOException | RuntimeException unusable) {
            scanner.close();
            throw unusable;
        }
    }

    /** How many rows there are to import, broken ones included. */
    public static long count(CsvSource source, CsvDialect dialect) throws IOException {
        long count = 0;
        try (CsvRows rows = open(source, dialect)) {
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
        }
        return count;
    }

    /** The names of the columns; none when the dialect says so, and when the first row is broken. */
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public CsvRow next() {
        CsvRow row = ahead.orElseThrow(NoSuchElementException::new);
        try {
            ahead = nextThatIsNotBlank();
        } catch (IOException undelivered) {
            throw new UncheckedIOException(undelivered);
        }
        return row;
    }

    private Optional<CsvRow> nextThatIsNotBlank() throws IOException {
        Optional<CsvRow> row = scanner.next();
        while (row.orElse(null) instanceof CsvRow.Fields fields && fields.isBlank()) {
            row = scanner.next();
        }
        return row.map(CsvRows::withoutGuards);
    }

    private static CsvRow withoutGuards(CsvRow row) {
        return switch (row) {
            case CsvRow.Fields(long number, long line, List<String> fields) ->
                new CsvRow.Fields(
                        number, line, fields.stream().map(FormulaGuard::takeOff).toList());
            case CsvRow.Broken broken -> broken;
        };
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}

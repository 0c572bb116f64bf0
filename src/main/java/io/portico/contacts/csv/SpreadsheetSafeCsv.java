package io.portico.contacts.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a CSV file that people open in a spreadsheet: RFC 4180, every field quoted, with the byte order mark without
 * which Korean Excel takes UTF-8 for CP949.
 *
 * <p>A cell that a spreadsheet would run as a formula gets a leading apostrophe; {@link CsvRows} takes it off again, so
 * a phone number like {@code +82 10 1234 5678} comes back as it was. Streams; closing it closes what it writes to.
 */
public final class SpreadsheetSafeCsv implements Closeable {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CsvWriter csv;

    private SpreadsheetSafeCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /** In UTF-8. */
    public static SpreadsheetSafeCsv to(OutputStream out) throws IOException {
        return to(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** To a writer that encodes in UTF-8; writes the byte order mark at once. */
    public static SpreadsheetSafeCsv to(Writer writer) throws IOException {
        writer.write(BYTE_ORDER_MARK);
        return new SpreadsheetSafeCsv(CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer));
    }

    public SpreadsheetSafeCsv row(String... cells) {
        return row(List.of(cells));
    }

    /** Throws {@link java.io.UncheckedIOException} when it cannot be written. */
    public SpreadsheetSafeCsv row(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::putOn).toList());
        return this;
    }

    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

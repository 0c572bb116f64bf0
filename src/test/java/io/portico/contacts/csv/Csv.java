package io.portico.contacts.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files to read in tests, and shorthands to read them by. */
final class Csv {
    private Csv() {}

    static CsvSource text(String text) {
        return CsvSource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static CsvSource text(String text, Charset charset) {
        return CsvSource.of(text.getBytes(charset));
    }

    static CsvSource bytes(int... bytes) {
        byte[] copy = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            copy[i] = (byte) bytes[i];
        }
        return CsvSource.of(copy);
    }

    /** A fixture under {@code src/test/resources/csv}, as text. */
    static String fixture(String name) {
        try (InputStream in = Csv.class.getResourceAsStream("/csv/" + name + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static CsvDialect comma() {
        return new CsvDialect(CsvEncoding.UTF_8, CsvDelimiter.COMMA, false);
    }

    static List<CsvRow> rows(CsvSource source, CsvDialect dialect) throws IOException {
        List<CsvRow> all = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(source, dialect)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    static List<CsvRow> rows(String text) throws IOException {
        return rows(text(text), comma());
    }

    /** The fields of all rows, none of which may be broken. */
    static List<List<String>> fields(String text) throws IOException {
        return rows(text).stream().map(row -> ((CsvRow.Fields) row).fields()).toList();
    }

    /** Every row of a file read with everything guessed. */
    static List<ImportRow> imported(CsvSource source) throws IOException {
        CsvPreview.Table preview = (CsvPreview.Table) CsvPreview.of(source);
        return rows(source, preview.dialect()).stream()
                .map(preview.mapping()::read)
                .toList();
    }

    static List<ContactDraft> drafts(CsvSource source) throws IOException {
        return imported(source).stream()
                .map(row -> ((ImportRow.Drafted) row).draft())
                .toList();
    }
}

package io.portico.contacts.csv;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses delimiter and header from a file's first rows. */
final class DialectGuess {
    private static final int ROWS = 100;
    private static final int DIGITS_OF_A_REAL_NUMBER = 7;

    private DialectGuess() {}

    static CsvDialect of(CsvSource source, CsvEncoding encoding) throws IOException {
        CsvDelimiter delimiter = delimiter(source, encoding);
        return new CsvDialect(encoding, delimiter, hasHeader(rows(source, encoding, delimiter)));
    }

    private static CsvDelimiter delimiter(CsvSource source, CsvEncoding encoding) throws IOException {
        Optional<CsvDelimiter> declared = declared(source, encoding);
        if (declared.isPresent()) {
            return declared.get();
        }
        CsvDelimiter best = CsvDelimiter.COMMA;
        double bestScore = 0;
        for (CsvDelimiter each : CsvDelimiter.values()) {
            double score = evenness(rows(source, encoding, each));
            if (score > bestScore) {
                best = each;
                bestScore = score;
            }
        }
        return best;
    }

    private static Optional<CsvDelimiter> declared(CsvSource source, CsvEncoding encoding) throws IOException {
        try (CsvText text = CsvText.open(source, encoding)) {
            return text.declared();
        }
    }

    /** How alike the rows are in width, and a little for being wide; nothing when the first row is not split. */
    private static double evenness(List<List<String>> rows) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        if (width < 2) {
            return 0;
        }
        long alike = rows.stream().filter(row -> row.size() == width).count();
        return (double) alike / rows.size() * (1 + Math.log(width));
    }

    private static boolean hasHeader(List<List<String>> rows) {
        return rows.isEmpty() || rows.getFirst().stream().noneMatch(DialectGuess::isContactDetail);
    }

    private static boolean isContactDetail(String cell) {
        return EmailAddress.parse(cell).isPresent()
                || PhoneNumber.parse(cell)
                        .filter(number -> number.digits().length() >= DIGITS_OF_A_REAL_NUMBER)
                        .isPresent();
    }

    /** The first rows, a broken one as a row without fields. */
    private static List<List<String>> rows(CsvSource source, CsvEncoding encoding, CsvDelimiter delimiter)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvRows read = CsvRows.open(source, new CsvDialect(encoding, delimiter, false))) {
            while (rows.size() < ROWS && read.hasNext()) {
                rows.add(
                        switch (read.next()) {
                            case CsvRow.Fields row -> row.fields();
                            case CsvRow.Broken _ -> List.of();
                        });
            }
        }
        return rows;
    }
}

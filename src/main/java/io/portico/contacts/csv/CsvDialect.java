package io.portico.contacts.csv;

import java.io.IOException;

/**
 * How a file is written: guessed, shown to a person, and changed by them where the guess was wrong.
 *
 * @param header whether the first row names the columns
 */
public record CsvDialect(CsvEncoding encoding, CsvDelimiter delimiter, boolean header) {
    /** Reads the whole file once or more to guess all three. */
    public static CsvDialect guess(CsvSource source) throws IOException {
        return guess(source, CsvEncoding.guess(source));
    }

    /** Guesses the rest anew when a person has named the encoding. */
    public static CsvDialect guess(CsvSource source, CsvEncoding encoding) throws IOException {
        return DialectGuess.of(source, encoding);
    }

    public CsvDialect withHeader(boolean header) {
        return new CsvDialect(encoding, delimiter, header);
    }
}

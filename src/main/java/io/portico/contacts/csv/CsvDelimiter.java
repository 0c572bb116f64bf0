package io.portico.contacts.csv;

import io.portico.kernel.Labelled;
import java.util.Arrays;
import java.util.Optional;

/** What stands between two fields, in the order in which it is tried and offered. */
public enum CsvDelimiter implements Labelled {
    COMMA(','),
    /** Excel's where the comma is the decimal mark. */
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char character;

    CsvDelimiter(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }

    /** The reverse of {@link #word}. */
    public static Optional<CsvDelimiter> parse(String word) {
        return Labelled.parse(CsvDelimiter.class, word);
    }

    static Optional<CsvDelimiter> of(char character) {
        return Arrays.stream(values())
                .filter(each -> each.character == character)
                .findFirst();
    }
}

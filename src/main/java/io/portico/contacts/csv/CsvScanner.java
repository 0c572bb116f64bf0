package io.portico.contacts.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into rows by RFC 4180, forgiving what spreadsheets forgive: any line end, also mixed; quotes in the
 * middle of an unquoted field; spaces around a quoted one.
 *
 * <p>Written by hand for its faults. A parser from the shelf gives up at the first, or takes a quote that nobody closes
 * for one field up to the end of the file. This one knows row and column of each fault, and when a quoted field turns
 * out to be none, it gives up that one line and goes on with the next. Nothing is read more than twice for that: a stray
 * quote ends at the next one, wherever that is. Holds one row at a time.
 */
final class CsvScanner implements Closeable {
    static final int LONGEST_FIELD = 10_000;
    static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FOUND = 40;
    private static final char LOST = '\ufffd';

    private final LineCursor cursor;
    private final char delimiter;
    private final StringBuilder field = new StringBuilder();

    private long row;
    private long line;
    private List<String> fields = new ArrayList<>();
    private CsvRow.@Nullable Broken fault;

    CsvScanner(LineCursor cursor, CsvDelimiter delimiter) {
        this.cursor = cursor;
        this.delimiter = delimiter.character();
    }

    /** Empty at the end of the file. */
    Optional<CsvRow> next() throws IOException {
        line = cursor.line();
        int character = cursor.readFirst();
        if (character == LineCursor.END) {
            return Optional.empty();
        }
        beginRow();
        while (scanField(character) == delimiter) {
            character = cursor.read();
        }
        return Optional.of(fault != null ? fault : new CsvRow.Fields(row, line, fields));
    }

    private void beginRow() {
        row++;
        fields = new ArrayList<>();
        fault = null;
    }

    /** Returns the character that ended the field. */
    private int scanField(int first) throws IOException {
        field.setLength(0);
        int end = scanUnquoted(first);
        if (fields.size() < MOST_COLUMNS) {
            fields.add(field.toString());
        } else {
            note(CsvFault.TOO_MANY_COLUMNS);
        }
        return end;
    }

    private int scanUnquoted(int first) throws IOException {
        boolean onlySpaces = true;
        int character = first;
        while (!endsField(character)) {
            if (character == '"' && onlySpaces) {
                return scanQuoted();
            }
            onlySpaces &= character == ' ';
            append(character);
            character = cursor.read();
        }
        return character;
    }

    private int scanQuoted() throws IOException {
        field.setLength(0);
        cursor.forgetMark();
        for (int character = cursor.read(); character != LineCursor.END; character = cursor.read()) {
            if (character == '"') {
                character = cursor.read();
                if (character != '"') {
                    return afterQuote(character);
                }
            }
            append(character);
            if (cursor.isAtEndOfReach()) {
                break;
            }
            if (LineCursor.isLineEnd(character)) {
                cursor.mark();
            }
        }
        return giveUp(CsvFault.UNCLOSED_QUOTE, LineCursor.END);
    }

    private int afterQuote(int first) throws IOException {
        int character = first;
        while (character == ' ') {
            character = cursor.read();
        }
        return endsField(character) ? character : giveUp(CsvFault.TEXT_AFTER_QUOTE, character);
    }

    /** Ends the row with the line on which the quoted field began, or with this one if that is too far back. */
    private int giveUp(CsvFault why, int character) throws IOException {
        if (fault != null && fault.column() == column()) {
            fault = null;
        }
        note(why);
        if (cursor.goBack()) {
            return '\n';
        }
        int skipped = character;
        while (skipped != LineCursor.END && !LineCursor.isLineEnd(skipped)) {
            skipped = cursor.read();
        }
        return skipped;
    }

    private boolean endsField(int character) {
        return character == delimiter || LineCursor.isLineEnd(character) || character == LineCursor.END;
    }

    private void append(int character) {
        if (field.length() == LONGEST_FIELD) {
            note(CsvFault.FIELD_TOO_LONG);
            return;
        }
        field.append((char) character);
        switch (character) {
            case 0 -> note(CsvFault.NUL_CHARACTER);
            case CsvText.UNREADABLE -> note(CsvFault.UNREADABLE_BYTES);
            case LOST -> note(CsvFault.LOST_CHARACTER);
            default -> {}
        }
    }

    /** The first fault of a row is the one that is told. */
    private void note(CsvFault why) {
        if (fault == null) {
            fault = new CsvRow.Broken(row, line, column(), why, found());
        }
    }

    private int column() {
        return fields.size() + 1;
    }

    /** The first line of the field, as far as it goes. */
    private String found() {
        int end = 0;
        while (end < Math.min(field.length(), LONGEST_FOUND) && !LineCursor.isLineEnd(field.charAt(end))) {
            end++;
        }
        return field.substring(0, end).replace(CsvText.UNREADABLE, LOST).replace('\u0000', LOST);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}

package io.portico.contacts.csv;

import java.util.List;

/** One row of a file, blank ones left out. */
public sealed interface CsvRow {
    /** As a spreadsheet counts rows, from 1, header and blank rows included. */
    long row();

    /** The line of the file on which the row begins, from 1; beyond {@link #row} when fields hold line breaks. */
    long line();

    /** A row that could be read; not necessarily as wide as the header. */
    record Fields(long row, long line, List<String> fields) implements CsvRow {
        public Fields {
            fields = List.copyOf(fields);
        }

        boolean isBlank() {
            return fields.stream().allMatch(String::isBlank);
        }
    }

    /**
     * A row that is not CSV; the rows after it are read all the same.
     *
     * @param column of the field at fault, from 1
     * @param found how that field begins
     */
    record Broken(long row, long line, int column, CsvFault fault, String found) implements CsvRow {}
}

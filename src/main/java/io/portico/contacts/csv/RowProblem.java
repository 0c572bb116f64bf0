package io.portico.contacts.csv;

/**
 * One thing wrong with one row.
 *
 * @param column from 1; 0 when it is the row as a whole
 * @param columnName empty when the column has no name
 * @param found the value at fault, shortened to {@value #LONGEST_FOUND} characters
 */
public record RowProblem(Complaint complaint, int column, String columnName, String found) {
    public static final int LONGEST_FOUND = 60;

    public RowProblem {
        found = found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND - 1) + "…";
    }
}

package io.portico.contacts.imports;

import io.portico.contacts.csv.Complaint;
import io.portico.contacts.csv.CsvRow;
import io.portico.contacts.csv.RowProblem;

/**
 * One thing wrong with a row, or a value of it that is not used, as it is kept.
 *
 * @param message the key of the message that says it
 * @param column from 1; 0 when it is the row as a whole
 * @param columnName empty when the column has no name
 * @param found what stands there, shortened
 */
public record ImportProblem(String message, int column, String columnName, String found) {
    public ImportProblem {
        columnName = wellFormed(columnName);
        found = wellFormed(found);
    }

    static ImportProblem of(RowProblem problem) {
        return new ImportProblem(
                problem.complaint().labelKey(), problem.column(), problem.columnName(), problem.found());
    }

    /** Of a column whose name the import does not know any more. */
    static ImportProblem of(Complaint complaint, int column, String found) {
        return new ImportProblem(complaint.labelKey(), column, "", found);
    }

    static ImportProblem of(CsvRow.Broken row) {
        return new ImportProblem(row.fault().labelKey(), row.column(), "", row.found());
    }

    /** Without the half of a character that shortening may leave behind, which the database refuses. */
    private static String wellFormed(String text) {
        return text.replaceAll("\\p{Cs}|\u0000", "");
    }
}

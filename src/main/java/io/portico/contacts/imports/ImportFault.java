package io.portico.contacts.imports;

import io.portico.contacts.csv.CsvFault;
import io.portico.contacts.csv.CsvRow;

/** A row that is no CSV, found before anything was imported; {@code row} as a spreadsheet counts. */
public record ImportFault(long row, ImportProblem problem) {
    static ImportFault of(CsvRow.Broken broken) {
        return new ImportFault(broken.row(), ImportProblem.of(broken));
    }

    /** Whether another encoding would read it. */
    static boolean isUnreadable(CsvRow.Broken broken) {
        return broken.fault() == CsvFault.UNREADABLE_BYTES;
    }
}

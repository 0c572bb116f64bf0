package io.portico.contacts.imports;

import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvRow;
import io.portico.contacts.csv.CsvRows;
import io.portico.contacts.csv.CsvSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading a whole file once in one dialect has shown.
 *
 * @param rows to import, broken ones included
 * @param unreadable of the broken rows, those with bytes that are no text in the encoding
 */
public record ImportCheck(int rows, int broken, int unreadable, List<ImportFault> firstFaults) {
    private static final int MOST_FAULTS = 10;

    public ImportCheck {
        firstFaults = List.copyOf(firstFaults);
    }

    static ImportCheck of(CsvSource source, CsvDialect dialect) throws IOException {
        int rows = 0;
        int broken = 0;
        int unreadable = 0;
        List<ImportFault> faults = new ArrayList<>();
        try (CsvRows file = CsvRows.open(source, dialect)) {
            for (; file.hasNext(); rows++) {
                if (file.next() instanceof CsvRow.Broken row) {
                    broken++;
                    unreadable += ImportFault.isUnreadable(row) ? 1 : 0;
                    if (faults.size() < MOST_FAULTS) {
                        faults.add(ImportFault.of(row));
                    }
                }
            }
        }
        return new ImportCheck(rows, broken, unreadable, faults);
    }
}

package io.portico.contacts.imports;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ImportId;

/** A CSV file was imported to its end, or until it was cancelled or failed; {@code text} is the number of rows. */
@FactKind("contacts.imported")
public record ContactsImported(
        ImportId importId,
        String text,
        ImportState state,
        long created,
        long updated,
        long unchanged,
        long duplicate,
        long invalid)
        implements Fact {
    static ContactsImported of(CsvImport done, ImportState state, ImportTally tally) {
        return new ContactsImported(
                done.id(),
                Long.toString(tally.all()),
                state,
                tally.of(ImportVerdict.CREATED),
                tally.of(ImportVerdict.UPDATED),
                tally.of(ImportVerdict.UNCHANGED),
                tally.of(ImportVerdict.DUPLICATE),
                tally.of(ImportVerdict.INVALID));
    }
}

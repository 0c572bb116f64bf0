package io.portico.contacts.imports;

import io.portico.kernel.Labelled;

/** What became of a row. */
public enum ImportVerdict implements Labelled {
    CREATED,
    UPDATED,
    /** The contact was there and says the same already. */
    UNCHANGED,
    /** An earlier row of the file has the same address; only that one counted. */
    DUPLICATE,
    INVALID;

    static ImportVerdict of(String word) {
        return Labelled.of(ImportVerdict.class, word);
    }
}

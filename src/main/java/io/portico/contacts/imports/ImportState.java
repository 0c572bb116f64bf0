package io.portico.contacts.imports;

import io.portico.kernel.Labelled;

/** How far an import is. */
public enum ImportState implements Labelled {
    /** Uploaded; nothing is written to contacts. */
    DRAFT,
    RUNNING,
    FINISHED,
    /** Ended by an operator; what was written until then stays. */
    CANCELLED,
    /** Given up after several tries; what was written until then stays. */
    FAILED;

    static ImportState of(String word) {
        return Labelled.of(ImportState.class, word);
    }
}

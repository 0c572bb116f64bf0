package io.portico.automation;

import io.portico.kernel.Labelled;

/** Whether a contact is in an automation still, and how they came out of it. */
public enum EntryState implements Labelled {
    INSIDE,
    /** All steps were taken, or one of them ended it. */
    FINISHED,
    /** The contact is gone, or the invitation that it began with was revoked; who is invited anew may enter again. */
    STOPPED;

    /** @throws IllegalArgumentException for a word that is no state */
    static EntryState of(String word) {
        return Labelled.of(EntryState.class, word);
    }
}

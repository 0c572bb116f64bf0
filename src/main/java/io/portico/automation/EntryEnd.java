package io.portico.automation;

import java.util.Locale;

/** How a contact came out of an automation. */
enum EntryEnd {
    /** All steps were taken, or one of them ended it. */
    FINISHED,
    /** The contact is gone. */
    STOPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

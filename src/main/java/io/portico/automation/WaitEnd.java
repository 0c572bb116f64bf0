package io.portico.automation;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** What becomes of a contact who waited for an event. */
public enum WaitEnd implements Labelled {
    /** Ends the automation as soon as it happens; goes on when it has not by then. */
    STOP_IF,
    /** Goes on as soon as it happens, and when the time is over. */
    GO_ON,
    /** Goes on as soon as it happens; ends the automation when it has not by then. */
    STOP_UNLESS;

    public static Optional<WaitEnd> parse(String word) {
        return Labelled.parse(WaitEnd.class, word);
    }
}

package io.portico.automation;

import io.portico.kernel.Labelled;

/** Whether an automation works. */
public enum AutomationState implements Labelled {
    /** It was never switched on. */
    DRAFT,
    ACTIVE,
    /** Nobody enters, and who is inside goes no further until it is resumed. */
    PAUSED;

    /** @throws IllegalArgumentException for a word that is no state */
    public static AutomationState of(String word) {
        return Labelled.of(AutomationState.class, word);
    }
}

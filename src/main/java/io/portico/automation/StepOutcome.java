package io.portico.automation;

import io.portico.kernel.Labelled;

/** What became of a step. */
public enum StepOutcome implements Labelled {
    DONE,
    /** A mail was ordered; what became of it stands in the mail log. */
    MAILED,
    /** Waits until its time, or until the event. */
    WAITING,
    /** The contact has joined, so there is nothing more to do. */
    JOINED,
    /** Not done: the contact has had as many mails of automations as a day may bring. */
    CAPPED,
    /** Not done: disabled, without address, or suppressed. */
    SKIPPED;

    /** @throws IllegalArgumentException for a word that is no outcome */
    public static StepOutcome of(String word) {
        return Labelled.of(StepOutcome.class, word);
    }
}

package io.portico.automation;

import io.portico.kernel.Labelled;

/** What became of a step. */
public enum StepOutcome implements Labelled {
    DONE,
    /** A mail was ordered; what became of it stands in the mail log. */
    MAILED,
    /** Waits until its time, or until the event. */
    WAITING,
    /** What it waited for has happened. */
    HAPPENED,
    /** What it waited for has not happened by then. */
    NOT_IN_TIME,
    /** Not done: so many mails were sent already as a day may bring. */
    CAPPED,
    /** Not done: the contact cannot be mailed, or the webhook is gone; the detail says why. */
    SKIPPED,
    /** Operators get a mail. */
    NOTIFIED,
    /** Given to the webhook, whose deliveries say what came of it. */
    TOLD,
    /** It waited until an operator took back the invitation with which the automation began for the contact. */
    REVOKED;

    /** @throws IllegalArgumentException for a word that is no outcome */
    public static StepOutcome of(String word) {
        return Labelled.of(StepOutcome.class, word);
    }
}

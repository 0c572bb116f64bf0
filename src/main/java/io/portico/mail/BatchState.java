package io.portico.mail;

import io.portico.kernel.Labelled;

/** Whether a run's mails leave. A cancelled run stays cancelled. */
public enum BatchState implements Labelled {
    RUNNING,
    PAUSED,
    CANCELLED;

    static BatchState of(String word) {
        return Labelled.of(BatchState.class, word);
    }
}

package io.portico.outreach;

import io.portico.kernel.Labelled;

/** What a run sends. */
public enum RunKind implements Labelled {
    INVITATIONS,
    LOGIN_EMAILS;

    static RunKind of(String word) {
        return Labelled.of(RunKind.class, word);
    }
}

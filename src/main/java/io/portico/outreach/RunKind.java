package io.portico.outreach;

import io.portico.kernel.Labelled;
import java.util.Locale;

/** What a run sends. */
public enum RunKind implements Labelled {
    INVITATIONS,
    LOGIN_EMAILS;

    static RunKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

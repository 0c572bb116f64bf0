package io.portico.mail;

import io.portico.kernel.Labelled;

/** Why a mail is not sent on purpose. */
public enum SkipReason implements Labelled {
    DISABLED,
    SUPPRESSED,
    NO_ADDRESS,
    INVALID_ADDRESS,
    DUPLICATE_ADDRESS,
    /** The same address got such a mail a moment ago. */
    COOLDOWN,
    ALREADY_JOINED,
    /** The contact, invitation or operator it was for is gone or withdrawn. */
    GONE;

    public static SkipReason of(String word) {
        return Labelled.of(SkipReason.class, word);
    }
}

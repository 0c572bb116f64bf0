package io.portico.mail;

import io.portico.kernel.Labelled;

/** Why no mail goes to an address. */
public enum SuppressionReason implements Labelled {
    /** A mail server said for good that there is no such mailbox. */
    BOUNCED,
    /** The recipient reported a mail as spam. */
    COMPLAINED,
    /** An operator wanted it so. */
    BY_HAND;

    static SuppressionReason of(String word) {
        return Labelled.of(SuppressionReason.class, word);
    }
}

package io.portico.mail;

import io.portico.kernel.Labelled;

/** Where a mail of the outbox stands. Sent, failed, skipped and cancelled are final, save for a retry by hand. */
public enum MailState implements Labelled {
    QUEUED,
    /** A node is composing or delivering it. */
    CLAIMED,
    /** A mail server took it. */
    SENT,
    /** A passing fault; tried again later. */
    DEFERRED,
    FAILED,
    /** Not sent on purpose: see the reason. */
    SKIPPED,
    CANCELLED;

    static MailState of(String word) {
        return Labelled.of(MailState.class, word);
    }
}

package io.portico.mail;

import io.portico.kernel.Labelled;

/** What a report says that came back about a mail which the mail server had taken; the gravest first. */
public enum ReturnKind implements Labelled {
    /** The recipient reported it as spam; no mail goes to the address any more. */
    COMPLAINED,
    /** There is no such mailbox, for good; no mail goes to the address any more. */
    BOUNCED,
    /** It was given up for another reason, such as a full mailbox; the address may well work next time. */
    NOT_DELIVERED,
    /** It has not arrived yet, and is still being tried. */
    DELAYED;

    static ReturnKind of(String word) {
        return Labelled.of(ReturnKind.class, word);
    }
}

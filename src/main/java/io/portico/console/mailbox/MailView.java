package io.portico.console.mailbox;

import io.portico.kernel.Labelled;

/** The ways to look at a mail. */
public enum MailView implements Labelled {
    HTML,
    TEXT,
    HEADERS;

    static MailView of(String word) {
        return Labelled.parse(MailView.class, word).orElse(HTML);
    }
}

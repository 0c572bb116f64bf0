package io.portico.mail;

import io.portico.kernel.Labelled;

/** The part of a mail a text is written for. */
public enum TextPlace implements Labelled {
    SUBJECT(200),
    /** What lists of mails show after the subject. */
    PREHEADER(200),
    /** Markdown; the only place where secrets may stand. */
    BODY(20_000),
    BUTTON(60);

    private final int longest;

    TextPlace(int longest) {
        this.longest = longest;
    }

    /** In characters, as written. */
    public int longest() {
        return longest;
    }

    /** Whether a value that lets in may stand there: subjects are shown on locked screens and kept in logs. */
    public boolean takesSecrets() {
        return this == BODY;
    }

    public boolean isOneLine() {
        return this != BODY;
    }
}

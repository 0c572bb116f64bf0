package io.portico.mail;

import io.portico.kernel.Labelled;

/** What stood in a mail's way. The mail server's own words are kept beside it. */
public enum MailFault implements Labelled {
    /** No connection to the mail server. */
    UNREACHABLE,
    /** The mail server takes nothing from this installation: wrong credentials, sender not allowed, no relaying. */
    NOT_ADMITTED,
    /** The mail server takes nothing from anybody for now (421, 451, 4.3.x): all mails wait, not this one alone. */
    OVERLOADED,
    /** A passing refusal of the mail server (4xx). */
    ASKED_TO_WAIT,
    /** The connection broke before the mail server had answered; the mail may have arrived. */
    CUT_OFF,
    /** The recipient's mailbox does not exist; the address is suppressed from then on. */
    NO_SUCH_MAILBOX,
    /** A lasting refusal (5xx) for another reason. */
    REJECTED,
    /** A fault of Portico while writing the mail. */
    NOT_COMPOSED,
    /** Tried for a day in vain. */
    OUT_OF_TIME;

    /** Whether every other mail would meet it as well. */
    public boolean isOutage() {
        return this == UNREACHABLE || this == NOT_ADMITTED || this == OVERLOADED;
    }

    /** Whether a mail that failed for it could arrive another time; no mailbox appears by being written to. */
    public boolean mayBeTriedAgain() {
        return this != NO_SUCH_MAILBOX;
    }

    public static MailFault of(String word) {
        return Labelled.of(MailFault.class, word);
    }
}

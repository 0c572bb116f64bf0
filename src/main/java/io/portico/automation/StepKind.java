package io.portico.automation;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** The kinds of {@link Step}, in the order in which they are offered. */
public enum StepKind implements Labelled {
    WAIT,
    WAIT_FOR,
    WRITE,
    SEND_MAIL,
    INVITE,
    SEND_LOGIN_EMAIL,
    ADD_TAG,
    REMOVE_TAG,
    NOTIFY_OPERATORS,
    CALL_WEBHOOK,
    STOP;

    public static Optional<StepKind> parse(String word) {
        return Labelled.parse(StepKind.class, word);
    }
}

package io.portico.console.operators;

import io.portico.workspace.Operator;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to remove an operator.
 *
 * @param keys {@code revoke} when the API keys they made go with them
 */
record RemovalForm(@Nullable String confirmation, @Nullable String keys) {
    private static final String REVOKE = "revoke";

    static final RemovalForm BLANK = new RemovalForm("", REVOKE);

    String typed() {
        return confirmation == null ? "" : confirmation;
    }

    boolean names(Operator operator) {
        return typed().strip().equalsIgnoreCase(operator.email().value());
    }

    boolean revokesKeys() {
        return REVOKE.equals(keys);
    }
}

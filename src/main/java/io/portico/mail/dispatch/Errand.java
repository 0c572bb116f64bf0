package io.portico.mail.dispatch;

import io.portico.mail.Composition;

/** A claimed mail as far as it has come. */
sealed interface Errand {
    Claim claim();

    /** Composed, and to be handed over: its secrets are made, and live here only. */
    record ToDo(Claim claim, Composition.Ready mail) implements Errand {}

    record Done(Claim claim, Outcome outcome) implements Errand {}
}

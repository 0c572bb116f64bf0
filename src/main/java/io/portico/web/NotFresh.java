package io.portico.web;

import io.portico.access.ProofResult;
import java.util.Optional;

/** The operator has to prove that it is them before a handler is entered; {@code refusal} says why a try was not taken. */
public final class NotFresh extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient OperatorVisit visit;
    private final transient Optional<ProofResult> refusal;

    NotFresh(OperatorVisit visit, Optional<ProofResult> refusal) {
        super("a fresh sign-in is needed", null, false, false);
        this.visit = visit;
        this.refusal = refusal;
    }

    public OperatorVisit visit() {
        return visit;
    }

    public Optional<ProofResult> refusal() {
        return refusal;
    }
}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** Somebody tried to sign in as an operator with a wrong password; {@code text} is the operator's name. */
@FactKind("operator.sign_in_refused")
public record OperatorSignInRefused(OperatorId operator, int failedTries, String text) implements Fact {}

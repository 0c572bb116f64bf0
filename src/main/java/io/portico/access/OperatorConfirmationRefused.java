package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** Somebody in an operator's session failed to prove that they are the operator; {@code text} is the name. */
@FactKind("operator.confirmation_refused")
public record OperatorConfirmationRefused(OperatorId operator, String text) implements Fact {}

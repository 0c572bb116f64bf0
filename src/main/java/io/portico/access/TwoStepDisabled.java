package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator turned two-step sign-in off; {@code text} is the name. */
@FactKind("operator.two_step_disabled")
public record TwoStepDisabled(OperatorId operator, String text) implements Fact {}

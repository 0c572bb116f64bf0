package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** The password was right, the code of the second step was not; {@code text} is the operator's name. */
@FactKind("operator.second_step_refused")
public record SecondStepRefused(OperatorId operator, int failedTries, String text) implements Fact {}

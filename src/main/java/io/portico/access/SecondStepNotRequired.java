package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A password alone gets operators into the workspace again. */
@FactKind("second_step.not_required")
public record SecondStepNotRequired() implements Fact {}

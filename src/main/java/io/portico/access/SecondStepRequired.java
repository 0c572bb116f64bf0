package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** From now on only operators who took a second step get into the workspace. */
@FactKind("second_step.required")
public record SecondStepRequired() implements Fact {}

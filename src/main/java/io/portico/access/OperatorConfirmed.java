package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator who was signed in proved once more who they are; {@code text} is the name. */
@FactKind("operator.confirmed")
public record OperatorConfirmed(OperatorId operator, String text) implements Fact {}

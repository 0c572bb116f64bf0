package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator signed out of the console; {@code text} is the name. */
@FactKind("operator.signed_out")
public record OperatorSignedOut(OperatorId operator, String text) implements Fact {}

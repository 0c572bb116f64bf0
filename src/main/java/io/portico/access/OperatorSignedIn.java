package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator signed in to the console; {@code text} is the name. */
@FactKind("operator.signed_in")
public record OperatorSignedIn(OperatorId operator, String text) implements Fact {}

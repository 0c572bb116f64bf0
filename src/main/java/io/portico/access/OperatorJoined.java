package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An invited operator joined the workspace; {@code text} is the name. */
@FactKind("operator.joined")
public record OperatorJoined(OperatorId operator, String role, String text) implements Fact {}

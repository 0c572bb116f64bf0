package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator was removed from the workspace, or left it; {@code text} is the name. */
@FactKind("operator.removed")
public record OperatorRemoved(OperatorId operator, String role, String text) implements Fact {}

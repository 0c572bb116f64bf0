package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator got another role; {@code text} is the operator's name. */
@FactKind("operator.role_changed")
public record OperatorRoleChanged(OperatorId operator, String before, String after, String text) implements Fact {}

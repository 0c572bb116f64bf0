package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator changed the own password, which ended the other sessions; {@code text} is the name. */
@FactKind("operator.password_changed")
public record OperatorPasswordChanged(OperatorId operator, String text) implements Fact {}

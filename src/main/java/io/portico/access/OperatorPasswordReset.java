package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator set a new password through a mailed link, which ended all sessions; {@code text} is the name. */
@FactKind("operator.password_reset")
public record OperatorPasswordReset(OperatorId operator, String text) implements Fact {}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** A recovery code stood in for the code of an app; {@code text} is the operator's name. */
@FactKind("operator.recovery_code_used")
public record RecoveryCodeUsed(OperatorId operator, int left, String text) implements Fact {}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator had new recovery codes made in place of the old; {@code text} is the name. */
@FactKind("operator.recovery_codes_renewed")
public record RecoveryCodesRenewed(OperatorId operator, String text) implements Fact {}

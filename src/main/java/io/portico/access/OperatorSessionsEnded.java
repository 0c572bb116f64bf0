package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator signed out elsewhere; {@code text} is the name. */
@FactKind("operator.sessions_ended")
public record OperatorSessionsEnded(OperatorId operator, int count, String text) implements Fact {}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator added a passkey; {@code text} is what they call it. */
@FactKind("operator.passkey_added")
public record PasskeyAdded(OperatorId operator, String text) implements Fact {}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorId;

/** An operator removed a passkey; {@code text} is what they called it. */
@FactKind("operator.passkey_removed")
public record PasskeyRemoved(OperatorId operator, String text) implements Fact {}

package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** No mail goes to this address any more; {@code text} is the address. */
@FactKind("address.suppressed")
public record AddressSuppressed(String text, SuppressionReason reason) implements Fact {}

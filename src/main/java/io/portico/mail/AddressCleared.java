package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The suppression of an address was lifted; {@code text} is the address. */
@FactKind("address.cleared")
public record AddressCleared(String text) implements Fact {}

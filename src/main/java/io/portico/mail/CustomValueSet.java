package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A custom value of the workspace was added or changed; {@code text} is its key. */
@FactKind("custom_value.set")
public record CustomValueSet(String text) implements Fact {}

package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A custom value of the workspace was deleted; {@code text} is its key. */
@FactKind("custom_value.deleted")
public record CustomValueDeleted(String text) implements Fact {}

package io.portico.dashboard;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** An operator took the activity log out as a file; {@code text} is what was looked for, empty for all of it. */
@FactKind("activity.exported")
public record ActivityExported(String text) implements Fact {}

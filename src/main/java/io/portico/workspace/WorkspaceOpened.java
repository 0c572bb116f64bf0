package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A workspace was opened; {@code text} is its name. */
@FactKind("workspace.opened")
public record WorkspaceOpened(String text) implements Fact {}

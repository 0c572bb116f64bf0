package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The host suspended the workspace; {@code text} is the reason as they typed it, or {@code none}. */
@FactKind("workspace.suspended")
public record WorkspaceSuspended(String text) implements Fact {}

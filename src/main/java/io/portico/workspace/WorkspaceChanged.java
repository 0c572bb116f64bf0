package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** Name, language or time zone changed; {@code text} is the name it has now. */
@FactKind("workspace.changed")
public record WorkspaceChanged(String text) implements Fact {}

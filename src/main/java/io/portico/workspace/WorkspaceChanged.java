package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** Language or time zone changed; {@code text} is the name of the workspace. */
@FactKind("workspace.changed")
public record WorkspaceChanged(String text) implements Fact {}

package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** Name, language, time zone or accent colour changed; {@code text} is the name it has now. */
@FactKind("workspace.changed")
public record WorkspaceChanged(String text) implements Fact {}

package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The host ended the suspension. */
@FactKind("workspace.resumed")
public record WorkspaceResumed() implements Fact {}

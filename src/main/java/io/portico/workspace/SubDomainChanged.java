package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The workspace moved to another sub-domain; {@code text} is the new one. */
@FactKind("workspace.moved")
public record SubDomainChanged(String before, String text) implements Fact {}

package io.portico.access;

import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;

/** What became of the set-up. Unless it is done, nothing was changed and the link is as alive as before. */
public sealed interface SetUpResult {
    record Done(Operator operator, Workspace workspace) implements SetUpResult {}

    record LinkDead() implements SetUpResult {}

    record SubDomainTaken() implements SetUpResult {}
}

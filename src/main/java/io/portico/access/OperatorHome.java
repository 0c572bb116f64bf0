package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The workspace from which an operator gets mail about the own account: the one where their role is highest. Owners
 * read their workspace's built-in mailbox, and a link to an account must not lie before people who may do less.
 */
@Component
class OperatorHome {
    private final Workspaces workspaces;
    private final Operators operators;

    OperatorHome(Workspaces workspaces, Operators operators) {
        this.workspaces = workspaces;
        this.operators = operators;
    }

    /** Empty for an operator who belongs to no workspace. */
    Optional<WorkspaceId> of(OperatorId operator) {
        return workspaces.of(operator).stream()
                .map(Workspace::id)
                .min(Comparator.comparing(
                        workspace -> operators.roleIn(workspace, operator).orElse(Role.VIEWER)));
    }
}

package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.OperatorMembership;
import io.portico.workspace.Operators;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The workspace from which an operator gets mail about the own account: the one where their role is highest, and of
 * equals the one they have belonged to longest. Owners read their workspace's built-in mailbox; a link to an account
 * must not lie before people who may do less, nor before whoever invited the operator last.
 */
@Component
class OperatorHome {
    private final Operators operators;

    OperatorHome(Operators operators) {
        this.operators = operators;
    }

    /** Empty for an operator who belongs to no workspace. */
    Optional<WorkspaceId> of(OperatorId operator) {
        return operators.memberships(operator).stream()
                .min(Comparator.comparing(OperatorMembership::role)
                        .thenComparing(OperatorMembership::joinedAt)
                        .thenComparing(each -> each.workspace().value()))
                .map(OperatorMembership::workspace);
    }
}

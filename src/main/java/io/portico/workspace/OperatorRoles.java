package io.portico.workspace;

import io.portico.activity.Activity;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who is what in a workspace. Nobody gives a role above their own, or touches an operator who stands above them; the
 * last owner stays.
 */
@Component
public class OperatorRoles {
    private final OperatorStore store;
    private final Tenancy tenancy;
    private final Activity activity;

    OperatorRoles(OperatorStore store, Tenancy tenancy, Activity activity) {
        this.store = store;
        this.tenancy = tenancy;
        this.activity = activity;
    }

    public RoleChange change(WorkspaceId workspace, OperatorId operator, Role wanted, ActingOperator by) {
        if (!by.role().mayGive(wanted)) {
            return new RoleChange.AboveOwn();
        }
        return decide(workspace, operator, by, before -> wanted != Role.OWNER, before -> {
            if (before.role() == wanted) {
                return new RoleChange.Unchanged(before.operator());
            }
            store.setRole(workspace, operator, wanted);
            activity.record(
                    workspace,
                    by.actor(),
                    new OperatorRoleChanged(
                            operator,
                            before.role().word(),
                            wanted.word(),
                            before.operator().name()));
            return new RoleChange.Done(before.operator());
        });
    }

    /** Takes the operator out of the workspace, at once; the account stays. */
    public RoleChange remove(WorkspaceId workspace, OperatorId operator, ActingOperator by) {
        return decide(workspace, operator, by, before -> true, before -> {
            store.remove(workspace, operator);
            activity.record(
                    workspace,
                    by.actor(),
                    new OperatorRemoved(
                            operator, before.role().word(), before.operator().name()));
            return new RoleChange.Done(before.operator());
        });
    }

    private RoleChange decide(
            WorkspaceId workspace,
            OperatorId operator,
            ActingOperator by,
            Predicate<Colleague> losesOwner,
            Function<Colleague, RoleChange> change) {
        return tenancy.in(workspace, () -> {
            // Locked first, so that two owners cannot remove each other at the same moment.
            List<OperatorId> owners = store.lockOwners(workspace);
            return store.colleague(workspace, operator)
                    .map(found -> {
                        if (!by.role().mayGive(found.role())) {
                            return new RoleChange.AboveOwn();
                        }
                        boolean last = owners.equals(List.of(operator)) && losesOwner.test(found);
                        return last ? new RoleChange.LastOwner() : change.apply(found);
                    })
                    .orElseGet(RoleChange.NotHere::new);
        });
    }
}

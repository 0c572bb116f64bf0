package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/**
 * The workspaces' policies. A change counts at once, on every node: for links made from then on, and for sessions that
 * are open already where it shortens their lives. What was made before keeps its end where it lengthens them.
 */
@Component
public class AccessPolicies {
    private final Tenancy tenancy;
    private final AccessPolicyStore store;
    private final Activity activity;

    AccessPolicies(Tenancy tenancy, AccessPolicyStore store, Activity activity) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
    }

    public AccessPolicy of(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.find(workspace));
    }

    /** Nothing is recorded when nothing changes. */
    public void change(WorkspaceId workspace, AccessPolicy policy, Actor actor) {
        tenancy.run(workspace, () -> {
            AccessPolicy before = store.hold(workspace);
            if (!before.equals(policy)) {
                store.save(workspace, policy);
                activity.record(workspace, actor, AccessPolicyChanged.from(before, policy));
            }
        });
    }
}

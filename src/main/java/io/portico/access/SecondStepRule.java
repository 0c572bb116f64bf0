package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Whether a workspace lets in only operators whose session took a second step: a code beside the password, or a passkey.
 * It counts from the next request on, also for sessions that are open already.
 */
@Component
public class SecondStepRule {
    private final Tenancy tenancy;
    private final SecondStepRuleStore store;
    private final OperatorSessions sessions;
    private final Activity activity;
    private final Clock clock;

    SecondStepRule(
            Tenancy tenancy, SecondStepRuleStore store, OperatorSessions sessions, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.sessions = sessions;
        this.activity = activity;
        this.clock = clock;
    }

    public boolean isRequired(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.isRequired(workspace));
    }

    public boolean keepsOut(WorkspaceId workspace, OperatorSession session) {
        return !session.secondStep() && isRequired(workspace);
    }

    /**
     * False, and nothing changed, when it is asked for by a session without a second step: that would keep out the very
     * operator who asks.
     */
    public boolean require(WorkspaceId workspace, OperatorSession session, Actor actor) {
        if (!session.secondStep()) {
            return false;
        }
        tenancy.run(workspace, () -> {
            if (store.require(workspace, clock.instant())) {
                activity.record(workspace, actor, new SecondStepRequired());
            }
        });
        return true;
    }

    public void lift(WorkspaceId workspace, Actor actor) {
        tenancy.run(workspace, () -> {
            if (store.lift(workspace)) {
                activity.record(workspace, actor, new SecondStepNotRequired());
            }
        });
    }

    /** Notes that the session's operator has just set up a second step in it, which proves that they have it. */
    public void taken(OperatorSession session) {
        sessions.strengthen(session.id());
    }
}

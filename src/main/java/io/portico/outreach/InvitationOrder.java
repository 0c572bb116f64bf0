package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.kernel.OperatorId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the job that notes invitations is told: of which run, and who sent it from where.
 *
 * @param operator null when Portico itself did
 */
record InvitationOrder(
        WorkspaceId workspace,
        RunId run,
        @Nullable UUID operator,
        @Nullable String ip) {
    static InvitationOrder by(Actor actor, WorkspaceId workspace, RunId run) {
        return actor instanceof Actor.Operator(OperatorId operator, String ip)
                ? new InvitationOrder(workspace, run, operator.value(), ip)
                : new InvitationOrder(workspace, run, null, null);
    }

    Actor actor() {
        return operator == null || ip == null ? new Actor.Portico() : new Actor.Operator(new OperatorId(operator), ip);
    }
}

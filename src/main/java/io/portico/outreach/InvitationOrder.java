package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.activity.Maker;
import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the job that notes invitations is told: of which run, and who sent it from where.
 *
 * @param operator null when no operator did
 * @param key null when no program did
 */
record InvitationOrder(
        WorkspaceId workspace,
        RunId run,
        @Nullable UUID operator,
        @Nullable UUID key,
        @Nullable String ip) {
    static InvitationOrder by(Actor actor, WorkspaceId workspace, RunId run) {
        Maker by = Maker.of(actor);
        return new InvitationOrder(
                workspace,
                run,
                by.operatorOrNull(),
                by.keyOrNull(),
                actor.address().orElse(null));
    }

    Actor actor() {
        if (ip != null && operator != null) {
            return new Actor.Operator(new OperatorId(operator), ip);
        }
        return ip != null && key != null ? new Actor.ApiKey(new ApiKeyId(key), ip) : new Actor.Portico();
    }
}

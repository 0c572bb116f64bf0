package io.portico.contacts.imports;

import io.portico.activity.Actor;
import io.portico.kernel.ImportId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;

/** What the job is told: which import, and who started it from where. */
record ImportOrder(WorkspaceId workspace, ImportId id, OperatorId operator, String ip) {
    Actor actor() {
        return new Actor.Operator(operator, ip);
    }
}

package io.portico.workspace;

import io.portico.activity.Actor;
import io.portico.kernel.OperatorId;

/** An operator who changes something about other operators, with the role they have in the workspace. */
public record ActingOperator(OperatorId id, Role role, String ip) {
    public Actor.Operator actor() {
        return new Actor.Operator(id, ip);
    }
}

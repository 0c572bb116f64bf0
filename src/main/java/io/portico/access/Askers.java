package io.portico.access;

import io.portico.access.LinkMails.Sender;
import io.portico.access.keys.ApiKeys;
import io.portico.activity.Maker;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who stands for the business in words to a contact: the operator who asked for them; for a program the one who made its
 * key, or the workspace by its name when they have left. Nobody where Portico acts by itself.
 */
@Component
public class Askers {
    private final Operators operators;
    private final ApiKeys keys;
    private final Workspaces workspaces;

    Askers(Operators operators, ApiKeys keys, Workspaces workspaces) {
        this.operators = operators;
        this.keys = keys;
        this.workspaces = workspaces;
    }

    public Sender sender(WorkspaceId workspace, Maker by) {
        return by.operator()
                .or(() -> by.key().flatMap(key -> keys.maker(workspace, key)))
                .flatMap(operator -> colleague(workspace, operator))
                .orElseGet(() -> by.key().isPresent()
                        ? new Sender(workspaces.get(workspace).name(), "")
                        : Sender.NOBODY);
    }

    private Optional<Sender> colleague(WorkspaceId workspace, OperatorId operator) {
        return operators
                .roleIn(workspace, operator)
                .flatMap(role -> operators.find(operator))
                .map(Sender::of);
    }
}

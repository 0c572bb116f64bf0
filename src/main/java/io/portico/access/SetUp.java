package io.portico.access;

import io.portico.activity.Actor;
import io.portico.kernel.Secret;
import io.portico.workspace.NewOperator;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Turns an empty installation into one with its first operator, who owns its first workspace. */
@Component
public class SetUp {
    private final TransactionOperations transactions;
    private final SetUpLinks links;
    private final Operators operators;
    private final Workspaces workspaces;

    SetUp(TransactionOperations transactions, SetUpLinks links, Operators operators, Workspaces workspaces) {
        this.transactions = transactions;
        this.links = links;
        this.operators = operators;
        this.workspaces = workspaces;
    }

    /** Spends the link and makes both, in one transaction; of several at once, one wins. */
    public SetUpResult complete(Secret link, NewOperator first, NewWorkspace wanted, Device device) {
        return transactions.execute(status -> {
            if (!links.spend(link)) {
                return undone(status, new SetUpResult.LinkDead());
            }
            Operator operator = operators
                    .create(first)
                    .orElseThrow(() -> new IllegalStateException("an operator exists although there was none"));
            Optional<Workspace> workspace =
                    workspaces.open(wanted, operator.id(), new Actor.Operator(operator.id(), device.ip()));
            return workspace.isPresent()
                    ? new SetUpResult.Done(operator, workspace.get())
                    : undone(status, new SetUpResult.SubDomainTaken());
        });
    }

    private static SetUpResult undone(TransactionStatus status, SetUpResult result) {
        status.setRollbackOnly();
        return result;
    }
}

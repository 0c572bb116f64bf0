package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.workspace.Workspaces;
import org.springframework.stereotype.Component;

/**
 * Keeps a password from being worth more than its operator's second step: where a workspace asks for one and the operator
 * has it, a session by password alone changes nothing about who gets in. Else whoever has the password could set up a
 * second step of their own, and be let in by that.
 */
@Component
public class SecondStepDuty {
    private final Workspaces workspaces;
    private final SecondStepRule rule;
    private final SecondFactor factor;
    private final Passkeys passkeys;

    SecondStepDuty(Workspaces workspaces, SecondStepRule rule, SecondFactor factor, Passkeys passkeys) {
        this.workspaces = workspaces;
        this.rule = rule;
        this.factor = factor;
        this.passkeys = passkeys;
    }

    /** Whether the session's operator has yet to show the second step they have. */
    public boolean isOwed(OperatorSession session) {
        return !session.secondStep() && has(session.operator()) && isAskedOf(session.operator());
    }

    private boolean has(OperatorId operator) {
        return factor.isOn(operator) || !passkeys.of(operator).isEmpty();
    }

    private boolean isAskedOf(OperatorId operator) {
        return workspaces.of(operator).stream().anyMatch(workspace -> rule.isRequired(workspace.id()));
    }
}

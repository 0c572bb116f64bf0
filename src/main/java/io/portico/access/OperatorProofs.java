package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import org.springframework.stereotype.Component;

/**
 * Lets signed-in operators prove once more that it is them, as all that changes who gets in asks of them. They prove as
 * much as at the door: password and, while two-step sign-in is on, a code; or a passkey.
 */
@Component
public class OperatorProofs {
    private final PasswordCheck passwords;
    private final SecondFactor factor;
    private final OperatorSessions sessions;
    private final Operators operators;
    private final OperatorAlerts alerts;

    OperatorProofs(
            PasswordCheck passwords,
            SecondFactor factor,
            OperatorSessions sessions,
            Operators operators,
            OperatorAlerts alerts) {
        this.passwords = passwords;
        this.factor = factor;
        this.sessions = sessions;
        this.operators = operators;
        this.alerts = alerts;
    }

    /** Whether a code is asked for beside the password. */
    public boolean needsCode(OperatorId operator) {
        return factor.isOn(operator);
    }

    /** @param code what was typed as the second step; looked at while that is on */
    public ProofResult byPassword(OperatorSession session, String password, String code, Device device) {
        return switch (passwords.check(session.operator(), password)) {
            case PasswordCheck.Verdict.Right right -> afterPassword(session, code, device);
            case PasswordCheck.Verdict.Wrong wrong -> refused(session, device, new ProofResult.WrongPassword());
            case PasswordCheck.Verdict.Locked(var delay) -> new ProofResult.Locked(delay);
        };
    }

    /** For a session whose operator has just proved it in another way. */
    ProofResult proven(OperatorSession session, Device device, boolean secondStep) {
        return sessions.renew(session.id(), secondStep)
                .<ProofResult>map(renewed -> {
                    Operator operator = operators.find(session.operator()).orElseThrow();
                    alerts.tell(operator, device, new OperatorConfirmed(operator.id(), operator.name()));
                    return new ProofResult.Proven(renewed);
                })
                .orElseGet(ProofResult.SignedOut::new);
    }

    ProofResult refused(OperatorSession session, Device device, ProofResult result) {
        operators
                .find(session.operator())
                .ifPresent(operator ->
                        alerts.tell(operator, device, new OperatorConfirmationRefused(operator.id(), operator.name())));
        return result;
    }

    private ProofResult afterPassword(OperatorSession session, String code, Device device) {
        if (!factor.isOn(session.operator())) {
            return proven(session, device, false);
        }
        return switch (factor.check(session.operator(), code)) {
            case SecondFactor.Verdict.Right right -> proven(session, device, true);
            case SecondFactor.Verdict.Recovered(int left) -> {
                operators
                        .find(session.operator())
                        .ifPresent(who -> alerts.tell(who, device, new RecoveryCodeUsed(who.id(), left, who.name())));
                yield proven(session, device, true);
            }
            case SecondFactor.Verdict.Wrong wrong -> refused(session, device, new ProofResult.WrongCode());
            case SecondFactor.Verdict.Locked(var delay) -> new ProofResult.Locked(delay);
        };
    }
}

package io.portico.access;

import io.portico.kernel.SessionId;
import io.portico.mail.MailTemplate;
import io.portico.workspace.Operator;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What operators change about their own way in: the password, and where they are signed in. */
@Component
public class OperatorAccount {
    /** What became of a change of password. */
    public sealed interface PasswordChange {
        /** It was changed, and all sessions but the one it was changed from ended. */
        record Done() implements PasswordChange {}

        record WrongPassword() implements PasswordChange {}

        /** Too many failed tries; nothing was checked. */
        record Locked(Duration delay) implements PasswordChange {}
    }

    /** What changes with a password. */
    @Component
    record Stores(OperatorCredentialStore credentials, PasswordResetStore resets, HalfWayStore halfWays) {}

    private final TransactionOperations transactions;
    private final OperatorSessions sessions;
    private final PasswordCheck check;
    private final Passwords passwords;
    private final Stores stores;
    private final OperatorAlerts alerts;

    OperatorAccount(
            TransactionOperations transactions,
            OperatorSessions sessions,
            PasswordCheck check,
            Passwords passwords,
            Stores stores,
            OperatorAlerts alerts) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.check = check;
        this.passwords = passwords;
        this.stores = stores;
        this.alerts = alerts;
    }

    /** Where the operator is signed in, last used first. */
    public List<OperatorSession> sessions(Operator operator) {
        return sessions.of(operator.id());
    }

    /** False, and nothing ended, when the operator has no such session. */
    public boolean end(Operator operator, SessionId session, Device device) {
        boolean ended = sessions.end(operator.id(), session);
        if (ended) {
            alerts.tell(operator, device, new OperatorSessionsEnded(operator.id(), 1, operator.name()));
        }
        return ended;
    }

    /** Ends all sessions but this; how many these were. */
    public int endOthers(Operator operator, OperatorSession kept, Device device) {
        int ended = sessions.endOthers(operator.id(), kept.id());
        if (ended > 0) {
            alerts.tell(operator, device, new OperatorSessionsEnded(operator.id(), ended, operator.name()));
        }
        return ended;
    }

    public PasswordChange changePassword(
            Operator operator, OperatorSession session, String current, NewPassword wanted, Device device) {
        return switch (check.check(operator.id(), current)) {
            case PasswordCheck.Verdict.Right right -> change(operator, session, passwords.hash(wanted), device);
            case PasswordCheck.Verdict.Wrong wrong -> new PasswordChange.WrongPassword();
            case PasswordCheck.Verdict.Locked(var delay) -> new PasswordChange.Locked(delay);
        };
    }

    private PasswordChange change(Operator operator, OperatorSession session, String hash, Device device) {
        transactions.executeWithoutResult(status -> {
            stores.credentials().change(operator.id(), hash);
            stores.resets().deleteAll(operator.id());
            stores.halfWays().deleteAll(operator.id());
            sessions.endOthers(operator.id(), session.id());
        });
        var fact = new OperatorPasswordChanged(operator.id(), operator.name());
        alerts.tell(operator, device, fact, MailTemplate.PASSWORD_CHANGED);
        return new PasswordChange.Done();
    }
}

package io.portico.access;

import io.portico.access.OperatorSignInTries.Admission;
import io.portico.access.OperatorSignInTries.Trial;
import io.portico.kernel.OperatorId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the password of an address. Tries are counted, and locked, by the address, whether anybody has it or not. */
@Component
class PasswordCheck {
    /** What was typed. */
    sealed interface Verdict {
        record Right(OperatorCredential credential) implements Verdict {}

        /** Failed try number so many; nobody may have the address. */
        record Wrong(Optional<OperatorCredential> known, int tries) implements Verdict {}

        /** Nothing was checked. */
        record Locked(Duration delay) implements Verdict {}
    }

    private final OperatorCredentialStore credentials;
    private final OperatorSignInTries tries;
    private final Passwords passwords;

    PasswordCheck(OperatorCredentialStore credentials, OperatorSignInTries tries, Passwords passwords) {
        this.credentials = credentials;
        this.tries = tries;
        this.passwords = passwords;
    }

    /** Takes as long for an address that nobody has as for a wrong password. */
    Verdict check(String emailKey, String password) {
        return check(Trial.PASSWORD, emailKey, emailKey, password);
    }

    /** The same for an operator who is signed in; tries at the door count apart, lest a stranger locks this too. */
    Verdict check(OperatorId operator, String password) {
        return check(Trial.CONFIRMATION, operator.toString(), credentials.emailKeyOf(operator), password);
    }

    private Verdict check(Trial trial, String whose, String emailKey, String password) {
        return switch (tries.admit(trial, whose)) {
            case Admission.Locked(var delay) -> new Verdict.Locked(delay);
            case Admission.Admitted(int count) -> {
                Verdict verdict = compare(emailKey, password, count);
                if (verdict instanceof Verdict.Right) {
                    tries.forgive(trial, whose);
                }
                yield verdict;
            }
        };
    }

    private Verdict compare(String emailKey, String password, int count) {
        Optional<OperatorCredential> found = credentials.withEmail(emailKey);
        boolean right = passwords.matches(password, found.map(OperatorCredential::passwordHash));
        if (!right || found.isEmpty()) {
            return new Verdict.Wrong(found, count);
        }
        return new Verdict.Right(found.get());
    }
}

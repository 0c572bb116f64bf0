package io.portico.access;

import io.portico.access.OperatorSignInTries.Admission;
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
        return switch (tries.admit(emailKey)) {
            case Admission.Locked(var delay) -> new Verdict.Locked(delay);
            case Admission.Admitted(int count) -> compare(emailKey, password, count);
        };
    }

    /** The same for an operator who is known already: tries count together with those at the door. */
    Verdict check(OperatorId operator, String password) {
        return check(credentials.emailKeyOf(operator), password);
    }

    private Verdict compare(String emailKey, String password, int count) {
        Optional<OperatorCredential> found = credentials.withEmail(emailKey);
        boolean right = passwords.matches(password, found.map(OperatorCredential::passwordHash));
        if (!right || found.isEmpty()) {
            return new Verdict.Wrong(found, count);
        }
        tries.forgive(emailKey);
        return new Verdict.Right(found.get());
    }
}

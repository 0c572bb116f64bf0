package io.portico.access;

import io.portico.access.OperatorSignInTries.Trial;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Secret;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The links of reset mails. Link, password, sessions and lock change together or not at all. */
@Component
class PasswordResetLinks {
    /** What changes with a password. */
    @Component
    record Stores(
            PasswordResetStore resets,
            OperatorCredentialStore credentials,
            OperatorSessions sessions,
            HalfWayStore halfWays,
            OperatorSignInTries tries) {}

    private final TransactionOperations transactions;
    private final Stores stores;
    private final Passwords passwords;
    private final Clock clock;

    PasswordResetLinks(TransactionOperations transactions, Stores stores, Passwords passwords, Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.passwords = passwords;
        this.clock = clock;
    }

    Optional<OperatorId> alive(Secret link) {
        return stores.resets().alive(link.hash(), clock.instant());
    }

    /** Whose link it was; empty, and nothing changed, when it is dead. */
    Optional<OperatorId> redeem(Secret link, NewPassword password) {
        String hash = passwords.hash(password);
        return transactions.execute(status -> {
            Optional<OperatorId> operator = stores.resets().spend(link.hash(), clock.instant());
            operator.ifPresent(spent -> change(spent, hash));
            return operator;
        });
    }

    private void change(OperatorId operator, String hash) {
        stores.resets().deleteAll(operator);
        String emailKey = stores.credentials().change(operator, hash);
        stores.tries().forgive(Trial.PASSWORD, emailKey);
        stores.tries().forgive(Trial.CONFIRMATION, operator.toString());
        stores.halfWays().deleteAll(operator);
        stores.sessions().endAll(operator);
    }
}

package io.portico.limits;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts knocks at doors. One statement counts against all limits of a door or, when one of them is used up, against
 * none. Nothing here asks who somebody is, so known and unknown addresses are counted alike, and as fast.
 *
 * <p>Counts outlive restarts and hold over all nodes of one database. A power cut may forget the last half second.
 */
@Component
public class Limits {
    private final LimitStore store;
    private final Clock clock;

    Limits(LimitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws IllegalStateException within a transaction, which would lose its durability */
    public Admission knock(Knock knock) {
        requireNoTransaction();
        return store.count(knock.tallies(), clock.instant())
                .<Admission>map(Admission.Refused::new)
                .orElseGet(Admission.Admitted::new);
    }

    /** @throws TooManyKnocks when the knock is refused */
    public void admit(Knock knock) {
        if (knock(knock) instanceof Admission.Refused(var delay)) {
            throw new TooManyKnocks(knock, delay);
        }
    }

    /** How much of the narrowest limit of this knock's door is left to it, without counting it. */
    public Allowance allowance(Knock knock) {
        return store.allowance(knock.tallies(), clock.instant());
    }

    /** Takes back a knock that was admitted and turned out to be right. */
    public void forgive(Knock knock) {
        requireNoTransaction();
        store.giveBack(knock.tallies());
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("knocks are counted outside of transactions");
        }
    }
}

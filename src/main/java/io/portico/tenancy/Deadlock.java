package io.portico.tenancy;

import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For work on many rows that others work on as well, in another order: the database ends one of two that wait for each
 * other, and whoever that is must not be the one who presses a button, nor the one who notes that a mail has left.
 */
public final class Deadlock {
    private static final int MOST_TRIES = 5;

    private Deadlock() {}

    /**
     * Does the work anew when it was ended so, five times at most. It is a transaction of its own, all of it: within another,
     * which has failed with it, nothing is tried again.
     */
    public static <T> T outlasted(Supplier<T> work) {
        boolean whole = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (PessimisticLockingFailureException e) {
                if (!whole || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }
}

package io.portico.mail;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the planner of a large run within moments, which autovacuum would do within a minute: plans that were made while the
 * queue was short read it whole, and connections keep them.
 */
@Component
class QueueFigures {
    /** So many mails at once change what the planner should know of the queue. */
    static final long LEAP = 2_000;

    private final AtomicBoolean old = new AtomicBoolean();
    private final OutboxStore store;

    QueueFigures(OutboxStore store) {
        this.store = store;
    }

    @TransactionalEventListener
    void on(LargeRunOrdered news) {
        old.set(true);
    }

    void look() {
        if (old.getAndSet(false)) {
            store.countAnew();
        }
    }
}

package io.portico.webhooks.delivery;

import io.portico.tenancy.Tenancy;
import io.portico.webhooks.calls.Calls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes due deliveries and calls, each in a thread of its own. A call that nobody settles, because its node died, is due
 * again after a minute: a receiver may be called twice.
 */
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LEASE = Calls.PATIENCE.multipliedBy(4);
    private static final Duration TO_FINISH = Duration.ofMillis(1500);

    private final Tenancy tenancy;
    private final ClaimStore store;
    private final Courier courier;
    private final Settlements settlements;
    private final Clock clock;
    private final Underway underway = new Underway();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    Dispatch(Tenancy tenancy, ClaimStore store, Courier courier, Settlements settlements, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.courier = courier;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** Begins what is due and fits; answers how much that was. {@code after} runs when a call has ended. */
    int begin(Runnable after) {
        int free = underway.free();
        if (free == 0) {
            return 0;
        }
        Instant now = clock.instant();
        List<Claim> claims = tenancy.everywhere(
                () -> store.claim(now, now.plus(LEASE), Underway.MOST_EACH, underway.freeOfEach(), free));
        claims.forEach(claim -> begin(claim, after));
        return claims.size();
    }

    private void begin(Claim claim, Runnable after) {
        underway.begin(claim.webhook());
        Thread.ofVirtual().name("webhook-call").start(() -> {
            threads.add(Thread.currentThread());
            try {
                settlements.settle(claim, courier.call(claim));
            } catch (RuntimeException e) {
                LOG.warn("Delivery {} stays open: its call could not be made or noted", claim.id(), e);
            } finally {
                threads.remove(Thread.currentThread());
                underway.end(claim.webhook());
                after.run();
            }
        });
    }

    /** Gives calls under way a moment to end. */
    void finish() {
        long end = System.nanoTime() + TO_FINISH.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}

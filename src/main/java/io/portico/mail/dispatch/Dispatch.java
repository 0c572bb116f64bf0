package io.portico.mail.dispatch;

import io.portico.mail.MailsOrdered;
import io.portico.mail.Priority;
import io.portico.mail.delivery.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * This node's workers, which empty the outbox for all workspaces. They start with the node; at its end they finish the
 * mail in hand, put the others back, and are gone within two seconds.
 *
 * <p>One worker carries personal mails only, so that somebody who waits for a link does not wait behind a run.
 */
@Component
class Dispatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int WORKERS_FOR_ALL = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** The workers after the first look rarely by themselves: a ring calls them when there is more to do. */
    private static final Duration LOOK_RARELY = Duration.ofSeconds(5);

    private static final Duration REGAIN_EVERY = Duration.ofSeconds(5);
    private static final Duration TO_FINISH = Duration.ofMillis(1500);
    private static final Duration TO_END = Duration.ofMillis(300);

    private final Rounds rounds;
    private final Claims claims;
    private final Delivery delivery;
    private final Bell bell = new Bell();
    private final Bell closing = new Bell();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working;

    Dispatch(Rounds rounds, Claims claims, Delivery delivery) {
        this.rounds = rounds;
        this.claims = claims;
        this.delivery = delivery;
    }

    @TransactionalEventListener
    void on(MailsOrdered news) {
        bell.ring();
    }

    @Override
    public synchronized void start() {
        working = true;
        threads.clear();
        start("mail-regain", closing, REGAIN_EVERY, this::regain);
        start("mail-personal", bell, LOOK_EVERY, () -> rounds.go(Priority.PERSONAL, () -> working));
        for (int i = 0; i < WORKERS_FOR_ALL; i++) {
            Duration look = i == 0 ? LOOK_EVERY : LOOK_RARELY;
            start("mail-" + i, bell, look, () -> rounds.go(Priority.BULK, () -> working));
        }
    }

    private int regain() {
        if (claims.regain() > 0) {
            bell.ring();
        }
        return 0;
    }

    private void start(String name, Bell call, Duration lookEvery, Work work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> work(call, lookEvery, work)));
    }

    /** What a worker does again and again; answers how much there was to do. */
    private interface Work {
        int run();
    }

    private void work(Bell call, Duration lookEvery, Work work) {
        try {
            while (working) {
                long heard = call.rings();
                int done = doing(work);
                if (done >= Rounds.MOST) {
                    bell.ring();
                } else if (done == 0) {
                    call.await(heard, lookEvery);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A fault, such as a database that is away, costs this round and not the worker. */
    private int doing(Work work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            if (working) {
                LOG.error("A round of mails failed; the mails stay in the outbox", e);
            }
            return 0;
        }
    }

    @Override
    public synchronized void stop() {
        working = false;
        bell.ring();
        closing.ring();
        if (!haveEndedWithin(TO_FINISH)) {
            delivery.close();
            haveEndedWithin(TO_END);
        }
    }

    private boolean haveEndedWithin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    @Override
    public boolean isRunning() {
        return working;
    }
}

package io.portico.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets this node's keeper look every second, its gate and the figures of the queue four times as often. No job of the
 * scheduler: after a node's death another one would begin it only some seconds later, and operators watch.
 */
@Component
class BatchRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRounds.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int KEEPER_EVERY = 4;
    private static final Duration TO_END = Duration.ofSeconds(1);

    private final BatchKeeper keeper;
    private final PaceGate gate;
    private final QueueFigures figures;
    private Optional<Thread> thread = Optional.empty();
    private CountDownLatch closing = new CountDownLatch(1);

    BatchRounds(BatchKeeper keeper, PaceGate gate, QueueFigures figures) {
        this.keeper = keeper;
        this.gate = gate;
        this.figures = figures;
    }

    @Override
    public synchronized void start() {
        var end = new CountDownLatch(1);
        closing = end;
        thread = Optional.of(Thread.ofPlatform().daemon().name("mail-batches").start(() -> work(end)));
    }

    private void work(CountDownLatch end) {
        try {
            for (int round = 0; !end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS); round++) {
                look(end, figures::look);
                look(end, gate::look);
                if (round % KEEPER_EVERY == 0) {
                    look(end, keeper::look);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(CountDownLatch end, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (end.getCount() > 0) {
                LOG.error("Runs could not be looked after; it is tried again", e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        closing.countDown();
        thread.ifPresent(BatchRounds::awaitEnd);
        thread = Optional.empty();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread.isPresent();
    }
}

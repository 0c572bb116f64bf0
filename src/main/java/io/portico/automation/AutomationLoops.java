package io.portico.automation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps automations close behind the log and behind the clock, on every node. One thread for each, which rests half of
 * the time: a hundred thousand contacts who enter at once take their turn, and everybody else's pages do not wait for them.
 */
@Component
class AutomationLoops implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationLoops.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final List<IntSupplier> rounds;
    private volatile boolean running;
    private ScheduledExecutorService threads = newThreads();

    AutomationLoops(LogTriggers entering, Advance advance) {
        this.rounds = List.of(entering::next, advance::next);
    }

    @Override
    public synchronized void start() {
        if (threads.isShutdown()) {
            threads = newThreads();
        }
        running = true;
        for (IntSupplier round : rounds) {
            var unused =
                    threads.scheduleWithFixedDelay(() -> repeat(round), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** After each round it rests as long as the round took. One that failed is tried again after the pause. */
    private void repeat(IntSupplier round) {
        try {
            long start = System.nanoTime();
            while (running && round.getAsInt() > 0) {
                LockSupport.parkNanos(Math.min(LONGEST_REST.toNanos(), System.nanoTime() - start));
                start = System.nanoTime();
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("A round of automations failed and will be tried again", e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService newThreads() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("automations-", 0).factory());
    }
}

package io.portico.dashboard;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the roll-ups close behind the log, on every node; the cursor's lock lets one of them work at a time. */
@Component
class FiguresLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FiguresLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final FiguresReader reader;
    private volatile boolean running;
    private ScheduledExecutorService thread = newThread();

    FiguresLoop(FiguresReader reader) {
        this.reader = reader;
    }

    @Override
    public synchronized void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
        running = true;
        var unused = thread.scheduleWithFixedDelay(this::catchUp, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A failed batch is tried again after the pause, from where the position stands. */
    private void catchUp() {
        try {
            while (running && reader.next() > 0) {}
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The figures could not be brought up to date and will be tried again", e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("figures").factory());
    }
}

package io.portico.webhooks.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps deliveries close behind the log, and calls close behind deliveries, on every node. */
@Component
class WebhookLoops implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookLoops.class);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_STOP = Duration.ofMillis(500);

    private final Feed feed;
    private final Dispatch dispatch;
    private final Semaphore fed = new Semaphore(0);
    private final Semaphore never = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    WebhookLoops(Feed feed, Dispatch dispatch) {
        this.feed = feed;
        this.dispatch = dispatch;
    }

    @Override
    public synchronized void start() {
        running = true;
        threads.clear();
        threads.add(Thread.ofPlatform().daemon().name("webhooks-feed").start(() -> repeat(this::feed, never)));
        threads.add(Thread.ofPlatform().daemon().name("webhooks-calls").start(() -> repeat(this::call, fed)));
    }

    private int feed() {
        int read = feed.next();
        if (read > 0) {
            fed.release();
        }
        return read;
    }

    private int call() {
        return dispatch.begin(fed::release);
    }

    /** A round that failed is tried again after the pause. */
    private void repeat(IntSupplier round, Semaphore call) {
        while (running) {
            if (done(round) == 0) {
                pause(call);
            }
        }
    }

    private int done(IntSupplier round) {
        try {
            return round.getAsInt();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("A round of webhooks failed and will be tried again", e);
            }
            return 0;
        }
    }

    private void pause(Semaphore call) {
        try {
            if (call.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                call.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            for (Thread thread : threads) {
                if (!thread.join(LONGEST_STOP)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispatch.finish();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

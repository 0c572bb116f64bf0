package io.portico.domains;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import io.portico.domains.PortalHosts.HostTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all whose time has come, a few at once, so that slow name servers of some hold up few others. The job that
 * does it runs on one node at a time; should two run, the lease on what they took keeps them apart.
 */
final class DueLooks<T> {
    private static final Logger LOG = LoggerFactory.getLogger(DueLooks.class);
    private static final int AT_ONCE = 20;
    /** Longer than a look can take, with every server silent. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Takes some over all workspaces that nobody else takes until the lease ends. */
    interface Due<T> {
        List<T> take(Instant now, Instant lease, int most);
    }

    private final Due<T> due;
    private final Function<T, HostName> name;
    private final Consumer<T> look;
    private final HostTime time;

    DueLooks(Due<T> due, Function<T, HostName> name, Consumer<T> look, HostTime time) {
        this.due = due;
        this.name = name;
        this.look = look;
        this.time = time;
    }

    /** Ends early when the node does. */
    void run(ExecutionContext context) {
        List<T> next = take();
        while (!next.isEmpty() && !context.getSchedulerState().isShuttingDown()) {
            lookAtAll(next);
            next = take();
        }
    }

    private List<T> take() {
        Instant now = time.clock().instant();
        return time.tenancy().everywhere(() -> due.take(now, now.plus(LEASE), AT_ONCE));
    }

    private void lookAtAll(List<T> taken) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("look-", 0).factory())) {
            taken.forEach(each -> threads.execute(() -> lookAt(each)));
        }
    }

    private void lookAt(T one) {
        try {
            look.accept(one);
        } catch (RuntimeException e) {
            LOG.error("The records of {} could not be looked at; they are again in {}", name.apply(one), LEASE, e);
        }
    }
}

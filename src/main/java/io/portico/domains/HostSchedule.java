package io.portico.domains;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.activity.Actor;
import io.portico.domains.PortalHosts.HostTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks again at every host, each at a time of its own. The job runs on one node at a time; should two run, the rows'
 * lease keeps them apart. Batches are small, so that slow name servers of some hold up few others.
 */
@Configuration(proxyBeanMethods = false)
class HostSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(HostSchedule.class);
    private static final int AT_ONCE = 20;
    /** Longer than a check can take, with every server silent. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final PortalHostStore store;
    private final HostChecks checks;
    private final HostTime time;

    HostSchedule(PortalHostStore store, HostChecks checks, HostTime time) {
        this.store = store;
        this.checks = checks;
        this.time = time;
    }

    @Bean
    RecurringTask<Void> checkPortalHosts() {
        return Tasks.recurring("check-portal-hosts", FixedDelay.ofSeconds(20)).execute((instance, context) -> {
            List<PortalHost> due = takeDue();
            while (!due.isEmpty() && !isEnding(context)) {
                checkAll(due);
                due = takeDue();
            }
        });
    }

    private List<PortalHost> takeDue() {
        Instant now = time.clock().instant();
        return time.tenancy().everywhere(() -> store.takeDue(now, now.plus(LEASE), AT_ONCE));
    }

    private void checkAll(List<PortalHost> due) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(host -> threads.execute(() -> check(host)));
        }
    }

    private void check(PortalHost host) {
        try {
            checks.check(host, new Actor.Portico());
        } catch (RuntimeException e) {
            LOG.error("The records of {} could not be looked at; they are again in {}", host.host(), LEASE, e);
        }
    }

    private static boolean isEnding(ExecutionContext context) {
        return context.getSchedulerState().isShuttingDown();
    }
}

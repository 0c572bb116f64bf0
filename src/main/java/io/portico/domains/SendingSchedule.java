package io.portico.domains;

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

/** Looks again at every sending domain, each at a time of its own, as {@link HostSchedule} does at hosts. */
@Configuration(proxyBeanMethods = false)
class SendingSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(SendingSchedule.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final SendingDomainStore store;
    private final SendingChecks checks;
    private final HostTime time;

    SendingSchedule(SendingDomainStore store, SendingChecks checks, HostTime time) {
        this.store = store;
        this.checks = checks;
        this.time = time;
    }

    @Bean
    RecurringTask<Void> checkSendingDomains() {
        return Tasks.recurring("check-sending-domains", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> {
                    List<SendingDomain> due = takeDue();
                    while (!due.isEmpty() && !context.getSchedulerState().isShuttingDown()) {
                        checkAll(due);
                        due = takeDue();
                    }
                });
    }

    private List<SendingDomain> takeDue() {
        Instant now = time.clock().instant();
        return time.tenancy().everywhere(() -> store.takeDue(now, now.plus(LEASE), AT_ONCE));
    }

    private void checkAll(List<SendingDomain> due) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(domain -> threads.execute(() -> check(domain)));
        }
    }

    private void check(SendingDomain domain) {
        try {
            checks.check(domain, new Actor.Portico());
        } catch (RuntimeException e) {
            LOG.error("The records of {} could not be looked at; they are again in {}", domain.domain(), LEASE, e);
        }
    }
}

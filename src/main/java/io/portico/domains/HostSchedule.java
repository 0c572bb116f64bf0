package io.portico.domains;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.activity.Actor;
import io.portico.domains.PortalHosts.HostTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks again at every host and every sending domain, each at a time of its own. */
@Configuration(proxyBeanMethods = false)
class HostSchedule {
    @Bean
    RecurringTask<Void> checkPortalHosts(PortalHostStore store, HostChecks checks, HostTime time) {
        var looks =
                new DueLooks<>(store::takeDue, PortalHost::host, host -> checks.check(host, new Actor.Portico()), time);
        return Tasks.recurring("check-portal-hosts", FixedDelay.ofSeconds(20))
                .execute((instance, context) -> looks.run(context));
    }

    @Bean
    RecurringTask<Void> checkSendingDomains(SendingDomainStore store, SendingChecks checks, HostTime time) {
        var looks = new DueLooks<>(
                store::takeDue, SendingDomain::domain, domain -> checks.check(domain, new Actor.Portico()), time);
        return Tasks.recurring("check-sending-domains", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> looks.run(context));
    }
}

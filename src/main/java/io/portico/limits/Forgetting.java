package io.portico.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away what no longer counts, so that the table holds the strangers of the last hour and no more. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    @Bean
    RecurringTask<Void> forgetKnocks(LimitStore store, Clock clock) {
        return Tasks.recurring("forget-knocks", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> store.forget(clock.instant()));
    }
}

package io.portico.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes kept answers once their day is over. */
@Configuration(proxyBeanMethods = false)
class ForgettingAnswers {
    @Bean
    RecurringTask<Void> forgetApiAnswers(KeptAnswerStore store, Tenancy tenancy, Clock clock) {
        return Tasks.recurring("forget-api-answers", FixedDelay.ofMinutes(10))
                .execute((instance, context) ->
                        tenancy.everywhere(() -> store.forget(clock.instant().minus(KeptAnswers.KEPT))));
    }
}

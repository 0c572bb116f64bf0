package io.portico.contacts.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes drafts after a day, with their files, and verdicts after thirty, in all workspaces; looks every hour. */
@Configuration(proxyBeanMethods = false)
class OldImports {
    private static final Duration DRAFTS = Duration.ofDays(1);
    private static final Duration VERDICTS = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> deleteOldImports(Tenancy tenancy, ImportStore store, Clock clock) {
        return Tasks.recurring("delete-old-imports", FixedDelay.ofHours(1)).execute((instance, context) -> {
            Instant now = clock.instant();
            tenancy.everywhere(() -> store.deleteOld(now.minus(DRAFTS), now.minus(VERDICTS)));
        });
    }
}

package io.portico.webhooks.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes events and deliveries after thirty days, in all workspaces; looks every hour. */
@Configuration(proxyBeanMethods = false)
class OldDeliveries {
    private static final int AT_ONCE = 2000;

    @Bean
    RecurringTask<Void> deleteOldDeliveries(Tenancy tenancy, DeliveryStore store, Clock clock) {
        return Tasks.recurring("delete-old-deliveries", FixedDelay.ofHours(1)).execute((instance, context) -> {
            Instant before = clock.instant().minus(Deliveries.KEPT);
            int deleted = AT_ONCE;
            while (deleted == AT_ONCE && !context.getSchedulerState().isShuttingDown()) {
                deleted = tenancy.everywhere(() -> store.deleteOlderThan(before, AT_ONCE));
            }
            tenancy.everywhere(() -> store.openAbandoned(clock.instant()));
        });
    }
}

package io.portico.automation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.automation.EntryStore.Open;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Lets those enter who were not seen for days, which no entry of the log tells. */
@Component
class Dormant {
    private static final int AT_ONCE = 1000;
    private static final Duration TRACES = Duration.ofDays(2);

    private final Tenancy tenancy;
    private final EntryStore store;
    private final Clock clock;

    Dormant(Tenancy tenancy, EntryStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    void look() {
        tenancy.everywhere(store::openByTime).forEach(this::look);
        tenancy.everywhere(() -> {
            store.forgetTraces(clock.instant().minus(TRACES));
            return true;
        });
    }

    private void look(Open open) {
        if (open.definition().trigger() instanceof Trigger.Unseen(int days)) {
            int entered = AT_ONCE;
            while (entered == AT_ONCE && !Thread.currentThread().isInterrupted()) {
                entered = tenancy.in(open.workspace(), () -> enter(open, days));
            }
        }
    }

    private int enter(Open open, int days) {
        Instant now = clock.instant();
        LocalDate since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days);
        List<ContactId> found =
                store.unseen(open, since, now.minus(open.definition().again()), AT_ONCE);
        found.forEach(contact -> store.enter(open, EntryId.next(clock), contact, 0, now));
        return found.size();
    }

    /** Looks every hour. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        RecurringTask<Void> wakeDormant(Dormant dormant) {
            return Tasks.recurring("wake-dormant", FixedDelay.ofHours(1))
                    .execute((instance, context) -> dormant.look());
        }
    }
}

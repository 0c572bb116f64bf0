package io.portico.automation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.automation.EntranceStore.Newcomer;
import io.portico.automation.EntranceStore.Open;
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

/** Lets those enter whom nothing but time brings in: not seen, or with an invitation unanswered, for days. */
@Component
class TimeTriggers {
    private static final int AT_ONCE = 1000;
    private static final Duration TRACES = Duration.ofDays(2);

    private final Tenancy tenancy;
    private final EntranceStore store;
    private final TraceStore traces;
    private final IncomingCalls calls;
    private final Clock clock;

    TimeTriggers(Tenancy tenancy, EntranceStore store, TraceStore traces, IncomingCalls calls, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.traces = traces;
        this.calls = calls;
        this.clock = clock;
    }

    void look() {
        tenancy.everywhere(store::openByTime).forEach(this::look);
        tenancy.everywhere(() -> {
            traces.forget(clock.instant().minus(TRACES));
            return true;
        });
        calls.forgetOld();
    }

    private void look(Open open) {
        int entered = AT_ONCE;
        while (entered == AT_ONCE && !Thread.currentThread().isInterrupted()) {
            entered = tenancy.in(open.workspace(), () -> enter(open));
        }
    }

    private int enter(Open open) {
        Instant now = clock.instant();
        List<ContactId> found = found(open, now);
        store.enter(
                open,
                found.stream()
                        .map(contact -> new Newcomer(EntryId.next(clock), contact, 0))
                        .toList(),
                now);
        return found.size();
    }

    private List<ContactId> found(Open open, Instant now) {
        Instant entered = now.minus(open.definition().again());
        return switch (open.definition().trigger()) {
            case Trigger.Unseen(int days) ->
                store.unseen(open, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days), entered, AT_ONCE);
            case Trigger.Unanswered(int days) ->
                store.unanswered(open, now.minus(Duration.ofDays(days)), entered, AT_ONCE);
            case Trigger.Created event -> List.of();
            case Trigger.Tagged event -> List.of();
            case Trigger.Untagged event -> List.of();
            case Trigger.Invited event -> List.of();
            case Trigger.Joined event -> List.of();
            case Trigger.SignedIn event -> List.of();
            case Trigger.Bounced event -> List.of();
            case Trigger.AppOpened event -> List.of();
            case Trigger.Called event -> List.of();
        };
    }

    /** Looks every hour. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        RecurringTask<Void> timeTriggers(TimeTriggers triggers) {
            return Tasks.recurring("automations-by-time", FixedDelay.ofHours(1))
                    .execute((instance, context) -> triggers.look());
        }
    }
}

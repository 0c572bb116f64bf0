package io.portico.automation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.portico.automation.EntranceStore.Newcomer;
import io.portico.automation.EntranceStore.Open;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Lets those enter whom nothing but time brings in: not seen, or with an invitation unanswered, for days. */
@Component
class TimeTriggers {
    private static final int AT_ONCE = 1000;
    private static final ContactId NOBODY = new ContactId(new UUID(0, 0));
    private static final Duration TRACES = Duration.ofDays(2);

    private final Tenancy tenancy;
    private final EntranceStore store;
    private final Contacts contacts;
    private final Remnants remnants;
    private final Clock clock;

    TimeTriggers(Tenancy tenancy, EntranceStore store, Contacts contacts, Remnants remnants, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.contacts = contacts;
        this.remnants = remnants;
        this.clock = clock;
    }

    /** What is kept for some days only. */
    @Component
    record Remnants(TraceStore traces, IncomingCalls calls) {}

    void look() {
        tenancy.everywhere(store::openByTime).forEach(this::look);
        tenancy.everywhere(() -> {
            remnants.traces().forget(clock.instant().minus(TRACES));
            return true;
        });
        remnants.calls().forgetOld();
    }

    private void look(Open open) {
        Optional<ContactId> last = Optional.of(NOBODY);
        while (last.isPresent() && !Thread.currentThread().isInterrupted()) {
            ContactId after = last.get();
            last = tenancy.in(open.workspace(), () -> enter(open, after));
        }
    }

    /**
     * Lets some in of those behind a contact; answers the last it looked at, empty when there are no more. Whom the
     * conditions keep out is found again every hour, so they are asked before anything is written.
     */
    private Optional<ContactId> enter(Open open, ContactId after) {
        Instant now = clock.instant();
        List<ContactId> found = found(open, after, now);
        Map<ContactId, Contact> known = contacts.among(open.workspace(), found);
        List<Newcomer> newcomers = found.stream()
                .filter(id -> known.containsKey(id) && open.definition().admits(known.get(id)))
                .map(id -> new Newcomer(EntryId.next(clock), id, 0))
                .toList();
        if (!newcomers.isEmpty()) {
            store.enter(open, newcomers, now);
        }
        return found.size() == AT_ONCE ? Optional.of(found.getLast()) : Optional.empty();
    }

    private List<ContactId> found(Open open, ContactId after, Instant now) {
        Instant entered = now.minus(open.definition().again());
        return switch (open.definition().trigger()) {
            case Trigger.Unseen(int days) ->
                store.unseen(open, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days), entered, after, AT_ONCE);
            case Trigger.Unanswered(int days) ->
                store.unanswered(open, now.minus(Duration.ofDays(days)), entered, after, AT_ONCE);
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

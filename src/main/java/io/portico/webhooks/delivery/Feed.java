package io.portico.webhooks.delivery;

import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityReaders;
import io.portico.kernel.ContactId;
import io.portico.kernel.DeliveryId;
import io.portico.kernel.EventId;
import io.portico.kernel.WorkspaceId;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.delivery.FeedStore.Listener;
import io.portico.webhooks.delivery.FeedStore.NewDelivery;
import io.portico.webhooks.delivery.FeedStore.NewEvent;
import io.portico.webhooks.events.Happening;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes deliveries of what the log says; once, however often the log is read. */
@Component
class Feed {
    static final String NAME = "webhooks";
    private static final int AT_ONCE = 1000;

    private final ActivityReaders readers;
    private final FeedStore store;
    private final Clock clock;

    Feed(ActivityReaders readers, FeedStore store, Clock clock) {
        this.readers = readers;
        this.store = store;
        this.clock = clock;
    }

    /** Takes the next entries; answers how many there were, 0 when it is up to date. */
    int next() {
        return readers.nextOnce(NAME, AT_ONCE, this::take);
    }

    private void take(List<ActivityEntry> entries) {
        Map<WorkspaceId, List<Listener>> listeners = listeners(entries);
        List<NewEvent> events = new ArrayList<>();
        List<NewDelivery> deliveries = new ArrayList<>();
        entries.forEach(entry -> WebhookEvent.in(entry.kind(), entry.details())
                .ifPresent(event ->
                        tell(entry, event, listeners.getOrDefault(entry.workspace(), List.of()), events, deliveries)));
        store.addEvents(events);
        store.addDeliveries(deliveries, clock.instant());
    }

    private Map<WorkspaceId, List<Listener>> listeners(List<ActivityEntry> entries) {
        Set<WorkspaceId> told = entries.stream()
                .filter(entry -> WebhookEvent.in(entry.kind(), entry.details()).isPresent())
                .map(ActivityEntry::workspace)
                .collect(Collectors.toSet());
        return told.isEmpty()
                ? Map.of()
                : store.listeners(told).stream().collect(Collectors.groupingBy(Listener::workspace));
    }

    private void tell(
            ActivityEntry entry,
            WebhookEvent event,
            List<Listener> listeners,
            List<NewEvent> events,
            List<NewDelivery> deliveries) {
        List<Listener> hearing = listeners.stream()
                .filter(each -> each.hears(event, entry.details(), entry.position()))
                .toList();
        if (hearing.isEmpty()) {
            return;
        }
        var id = EventId.next(clock);
        events.add(new NewEvent(
                entry.workspace(), id, new Happening(event, entry.at(), entry.contact(), entry.details())));
        hearing.forEach(each -> deliveries.add(
                new NewDelivery(entry.workspace(), DeliveryId.next(clock), each.webhook(), id, event, lane(entry))));
    }

    /** Whom an event is about: a contact, else a run or a domain. */
    private static UUID lane(ActivityEntry entry) {
        return entry.contact().map(ContactId::value).orElseGet(() -> named(entry.details()));
    }

    private static UUID named(JsonNode details) {
        String about = details.path("run").asString(details.path("text").asString(""));
        return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
    }
}

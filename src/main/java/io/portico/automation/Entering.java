package io.portico.automation;

import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityReaders;
import io.portico.activity.LogPosition;
import io.portico.automation.EntryStore.Newcomer;
import io.portico.automation.EntryStore.Open;
import io.portico.automation.EntryStore.Signal;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets contacts enter automations, and wakes those who wait, as the log tells. An entry of the log does so once, however
 * often it comes: the position is written in the same transaction.
 */
@Component
class Entering {
    static final String NAME = "automation";

    /** So many automations may lead to one another: a tag that one puts on triggers the next, and so on. */
    static final int DEEPEST = 3;

    private static final int AT_ONCE = 500;
    private static final String DELETED = "contact.deleted";

    private final ActivityReaders readers;
    private final EntryStore store;
    private final Clock clock;

    Entering(ActivityReaders readers, EntryStore store, Clock clock) {
        this.readers = readers;
        this.store = store;
        this.clock = clock;
    }

    /** Takes the next entries of the log; answers how many there were, 0 when it is up to date. */
    int next() {
        return readers.next(NAME, AT_ONCE, this::take);
    }

    private void take(List<ActivityEntry> delivered) {
        LogPosition position = store.lockPosition();
        List<ActivityEntry> entries = delivered.stream()
                .filter(entry -> position.isBehind(entry.position()))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        store.movePosition(entries.getLast().position());
        stopDeleted(entries);
        List<Signal> signals =
                entries.stream().map(Entering::signal).flatMap(Optional::stream).toList();
        if (!signals.isEmpty()) {
            store.wake(signals, clock.instant());
            enter(signals);
        }
    }

    private static Optional<Signal> signal(ActivityEntry entry) {
        return entry.contact()
                .flatMap(contact -> Trigger.signals(entry)
                        .map(word -> new Signal(
                                entry.workspace(),
                                contact,
                                word,
                                entry.position().xact())));
    }

    private void stopDeleted(List<ActivityEntry> entries) {
        entries.stream()
                .filter(entry -> entry.kind().equals(DELETED))
                .forEach(entry -> entry.contact()
                        .ifPresent(contact -> store.stopAll(entry.workspace(), contact, clock.instant())));
    }

    private void enter(List<Signal> signals) {
        Map<WorkspaceId, List<Open>> open =
                store.open(signals.stream().map(Signal::workspace).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(Open::workspace));
        if (open.isEmpty()) {
            return;
        }
        Set<Long> transactions = signals.stream().map(Signal::xact).collect(Collectors.toSet());
        Map<Long, Integer> depths = store.depths(transactions);
        open.values().forEach(each -> each.forEach(into -> enter(into, signals, depths)));
    }

    private void enter(Open into, List<Signal> signals, Map<Long, Integer> depths) {
        List<Newcomer> newcomers = signals.stream()
                .filter(signal -> signal.workspace().equals(into.workspace()) && into.isTriggeredBy(signal))
                .map(signal ->
                        new Newcomer(EntryId.next(clock), signal.contact(), depths.getOrDefault(signal.xact(), -1) + 1))
                .filter(newcomer -> newcomer.depth() <= DEEPEST)
                .toList();
        if (!newcomers.isEmpty()) {
            store.enter(into, newcomers, clock.instant());
        }
    }
}

package io.portico.automation;

import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityReaders;
import io.portico.automation.EntranceStore.Newcomer;
import io.portico.automation.EntranceStore.Open;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets contacts enter automations, and wakes those who wait, as the log tells; once, however often the log is read. */
@Component
class LogTriggers {
    static final String NAME = "automation";

    /** So many automations may lead to one another: a tag that one puts on triggers the next, and so on. */
    static final int DEEPEST = 3;

    private static final int AT_ONCE = 500;
    private static final String DELETED = "contact.deleted";
    private static final String REVOKED = "invitation.revoked";

    private final ActivityReaders readers;
    private final EntranceStore entrances;
    private final EntryStore inside;
    private final TraceStore traces;
    private final Clock clock;

    LogTriggers(ActivityReaders readers, EntranceStore entrances, EntryStore inside, TraceStore traces, Clock clock) {
        this.readers = readers;
        this.entrances = entrances;
        this.inside = inside;
        this.traces = traces;
        this.clock = clock;
    }

    /** Reads on in the log; answers how much of it, 0 when it is up to date. */
    int next() {
        return readers.nextOnce(NAME, AT_ONCE, this::take);
    }

    private void take(List<ActivityEntry> news) {
        stopDeleted(news);
        stopRevoked(news);
        List<Signal> signals = news.stream().flatMap(LogTriggers::signals).toList();
        if (!signals.isEmpty()) {
            inside.wake(signals, clock.instant());
            enter(signals);
        }
    }

    private static Stream<Signal> signals(ActivityEntry said) {
        return said.contact().stream()
                .flatMap(contact -> Trigger.signals(said)
                        .map(word -> new Signal(
                                said.workspace(), contact, word, said.position().xact())));
    }

    private void stopDeleted(List<ActivityEntry> news) {
        news.stream()
                .filter(said -> said.kind().equals(DELETED))
                .forEach(said -> said.contact()
                        .ifPresent(contact -> inside.stopAll(said.workspace(), contact, clock.instant())));
    }

    private void stopRevoked(List<ActivityEntry> news) {
        news.stream()
                .filter(said -> said.kind().equals(REVOKED))
                .forEach(said -> said.contact()
                        .ifPresent(contact -> inside.stopInvited(said.workspace(), contact, clock.instant())));
    }

    private void enter(List<Signal> signals) {
        Map<WorkspaceId, List<Open>> open =
                entrances.open(signals.stream().map(Signal::workspace).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(Open::workspace));
        if (open.isEmpty()) {
            return;
        }
        Set<Long> transactions = signals.stream().map(Signal::xact).collect(Collectors.toSet());
        Map<Long, Integer> depths = traces.depths(transactions);
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
            entrances.enter(into, newcomers, clock.instant());
        }
    }
}

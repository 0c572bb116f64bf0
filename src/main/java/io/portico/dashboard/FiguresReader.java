package io.portico.dashboard;

import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityReaders;
import io.portico.activity.LogPosition;
import io.portico.dashboard.TallyStore.TallyZone;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Rolls the log up into tallies. An entry counts once, however often it is delivered: roll-up and position are written
 * in one transaction, and what lies behind the position is passed over.
 */
@Component
class FiguresReader {
    static final String NAME = "dashboard";
    private static final int AT_ONCE = 5000;

    private final ActivityReaders readers;
    private final Tenancy tenancy;
    private final TallyStore store;
    private final StandingChanges changes;

    FiguresReader(ActivityReaders readers, Tenancy tenancy, TallyStore store, StandingChanges changes) {
        this.readers = readers;
        this.tenancy = tenancy;
        this.store = store;
        this.changes = changes;
    }

    /** Rolls up the next entries; answers how many there were, 0 when the roll-ups are up to date. */
    int next() {
        Set<WorkspaceId> moved = new HashSet<>();
        int read = readers.next(NAME, AT_ONCE, entries -> moved.addAll(rollUp(entries)));
        moved.forEach(this::rebuild);
        return read;
    }

    /** Counts a workspace anew from its log, in the time zone it is in now; other writers wait. */
    void rebuild(WorkspaceId workspace) {
        tenancy.everywhere(() -> {
            LogPosition position = store.lockPosition();
            store.forget(workspace);
            Map<WorkspaceId, TallyZone> zones = store.zones(Set.of(workspace));
            Map<WorkspaceId, Tallies> tallies = new HashMap<>();
            readers.replay(workspace, position, entries -> count(entries, zones, tallies));
            store.add(tallies);
            return position;
        });
    }

    /** Answers the workspaces whose days are no longer those they were counted in. */
    private Set<WorkspaceId> rollUp(List<ActivityEntry> delivered) {
        LogPosition position = store.lockPosition();
        List<ActivityEntry> entries = delivered.stream()
                .filter(entry -> position.isBehind(entry.position()))
                .toList();
        if (entries.isEmpty()) {
            return Set.of();
        }
        Map<WorkspaceId, TallyZone> zones =
                store.zones(entries.stream().map(ActivityEntry::workspace).collect(Collectors.toSet()));
        Map<WorkspaceId, Tallies> tallies = new HashMap<>();
        count(entries, zones, tallies);
        store.add(tallies);
        store.movePosition(entries.getLast().position());
        return outdated(zones);
    }

    private void count(
            List<ActivityEntry> entries, Map<WorkspaceId, TallyZone> zones, Map<WorkspaceId, Tallies> tallies) {
        for (ActivityEntry entry : entries) {
            TallyZone zone = zones.get(entry.workspace());
            if (zone != null) {
                changes.in(entry)
                        .ifPresent(change -> tallies.computeIfAbsent(entry.workspace(), w -> new Tallies())
                                .add(change, zone.zone()));
            }
        }
    }

    private static Set<WorkspaceId> outdated(Map<WorkspaceId, TallyZone> zones) {
        return zones.entrySet().stream()
                .filter(zone -> zone.getValue().outdated())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

package io.portico.dashboard;

import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityReaders;
import io.portico.dashboard.TallyStore.RollUp;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The figures of a workspace, made of the log's roll-ups and of what the log got since, so they are never behind. Only
 * while more than {@value #LONGEST_TAIL} entries wait to be rolled up do they show a moment earlier in the log.
 */
@Component
public class Figures {
    static final int LONGEST_TAIL = 20_000;
    private static final int ACTIVE_DAYS = 30;

    private final Tenancy tenancy;
    private final TallyStore store;
    private final ActivityReaders readers;
    private final FiguresParts parts;
    private final Clock clock;

    Figures(Tenancy tenancy, TallyStore store, ActivityReaders readers, FiguresParts parts, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.readers = readers;
        this.parts = parts;
        this.clock = clock;
    }

    public Glance of(Workspace workspace, TrendRange range) {
        Tallies tallies = tenancy.in(workspace.id(), () -> upToDate(workspace));
        LocalDate today = LocalDate.now(clock.withZone(workspace.timeZone()));
        return new Glance(counts(tallies), Trend.of(tallies, range, today));
    }

    /** Counts a workspace anew from the log. The numbers are the same as before, or a mistake was repaired. */
    public void rebuild(WorkspaceId workspace) {
        parts.reader().rebuild(workspace);
    }

    private Tallies upToDate(Workspace workspace) {
        RollUp rollUp = store.rollUp(workspace.id());
        ZoneId zone = rollUp.zone().orElse(workspace.timeZone());
        List<ActivityEntry> tail = readers.after(workspace.id(), rollUp.position(), LONGEST_TAIL);
        tail.forEach(entry ->
                parts.changes().in(entry).ifPresent(change -> rollUp.tallies().add(change, zone)));
        return rollUp.tallies();
    }

    private Counts counts(Tallies tallies) {
        LocalDate activeAfter = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(ACTIVE_DAYS);
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            counts.put(
                    figure,
                    figure == Figure.ACTIVE
                            ? tallies.sum(figure, day -> day.isAfter(activeAfter))
                            : tallies.sum(figure, day -> true));
        }
        return new Counts(counts);
    }
}

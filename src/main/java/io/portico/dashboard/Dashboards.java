package io.portico.dashboard;

import io.portico.activity.Activity;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The dashboards of all workspaces, for those who look at one and ask every second whether it changed. */
@Component
public class Dashboards {
    private static final int FEED_LENGTH = 12;

    private final Figures figures;
    private final Feed feed;
    private final Activity activity;
    private final Clock clock;

    Dashboards(Figures figures, Feed feed, Activity activity, Clock clock) {
        this.figures = figures;
        this.feed = feed;
        this.activity = activity;
        this.clock = clock;
    }

    public Dashboard of(Workspace workspace, TrendRange range) {
        // Asked first: what happens while the rest is read makes the next question find a newer version.
        String version = version(workspace.id());
        return new Dashboard(version, figures.of(workspace, range), feed.latest(workspace.id(), FEED_LENGTH));
    }

    /** Differs after every fact, and from minute to minute, as "5 minutes ago" does; costs one look into an index. */
    public String version(WorkspaceId workspace) {
        long minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60;
        return activity.version(workspace) + "-" + minute;
    }
}

package io.portico.console.outreach;

import io.portico.mail.BatchProgress;
import io.portico.outreach.Run;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.time.Instant;
import java.util.List;

/** The runs of a workspace, newest first, a page at a time. */
public record RunsPage(ConsoleVisit visit, Instant now, List<Line> lines, boolean hasNewer, boolean hasOlder)
        implements PageModel {
    /** One run; {@code by} is an operator's name, or empty. */
    public record Line(Run run, String by, BatchProgress progress) {}

    public RunsPage {
        lines = List.copyOf(lines);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String olderPath() {
        return visit.at("/runs?before=" + lines.getLast().run().id());
    }

    public String summary(Line line) {
        return RunSummary.of(this, line.progress(), now);
    }
}

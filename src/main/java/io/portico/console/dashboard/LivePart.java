package io.portico.console.dashboard;

import io.portico.dashboard.Counts;
import io.portico.dashboard.Dashboard;
import io.portico.dashboard.TrendRange;
import io.portico.web.ConsoleVisit;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import java.util.List;

/**
 * The parts of the dashboard that change while somebody looks at it.
 *
 * @param warnings sentences about what keeps people from being reached; no newer than a minute
 */
public record LivePart(
        ConsoleVisit visit, Dashboard dashboard, TrendChart chart, List<FeedLine> feed, List<String> warnings)
        implements PageModel {
    public LivePart {
        feed = List.copyOf(feed);
        warnings = List.copyOf(warnings);
    }

    static LivePart of(ConsoleVisit visit, Dashboard dashboard, List<String> warnings) {
        List<FeedLine> feed = dashboard.feed().stream()
                .map(entry -> FeedLine.of(entry, visit))
                .toList();
        return new LivePart(visit, dashboard, TrendChart.of(dashboard.glance().trend(), visit.texts()), feed, warnings);
    }

    @Override
    public Frame frame() {
        return visit;
    }

    /** Where the page asks whether there is something newer than what it shows. */
    public String poll() {
        return visit.at("/live?since=" + dashboard.version() + "&days=" + range().days());
    }

    public TrendRange range() {
        return dashboard.glance().trend().range();
    }

    public List<FigureCard> large() {
        return FigureCard.large(visit, counts());
    }

    public List<FigureCard> small() {
        return FigureCard.small(visit, counts());
    }

    public boolean isBeginning() {
        return counts().isBeginning();
    }

    private Counts counts() {
        return dashboard.glance().counts();
    }
}

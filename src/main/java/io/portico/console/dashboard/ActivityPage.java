package io.portico.console.dashboard;

import io.portico.dashboard.FeedEntry;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field.Option;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Optional;

/**
 * The full list of activity, one page of it.
 *
 * @param newest where the list begins, on any page but the first
 * @param older where it goes on, when it does
 */
public record ActivityPage(
        ConsoleVisit visit,
        List<Option> kinds,
        String kind,
        List<FeedLine> lines,
        Optional<String> newest,
        Optional<String> older)
        implements PageModel {
    public ActivityPage {
        kinds = List.copyOf(kinds);
        lines = List.copyOf(lines);
    }

    static ActivityPage of(
            ConsoleVisit visit, List<String> kinds, String kind, boolean later, List<FeedEntry> entries, int shown) {
        List<FeedLine> lines = entries.stream()
                .limit(shown)
                .map(entry -> FeedLine.of(entry, visit))
                .toList();
        String list = visit.at("/activity?kind=" + kind);
        return new ActivityPage(
                visit,
                kinds.stream()
                        .map(each -> new Option(each, sentence(each, visit)))
                        .toList(),
                kind,
                lines,
                later ? Optional.of(list) : Optional.empty(),
                entries.size() > shown
                        ? Optional.of(list + "&before=" + entries.get(shown - 1).id())
                        : Optional.empty());
    }

    /** A kind told as a sentence about nobody in particular. */
    private static String sentence(String kind, ConsoleVisit visit) {
        return visit.texts().fact(kind, visit.t("activity.somebody"), visit.t("activity.a-contact"), "…");
    }

    @Override
    public Frame frame() {
        return visit;
    }
}

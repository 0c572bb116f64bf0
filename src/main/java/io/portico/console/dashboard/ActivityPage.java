package io.portico.console.dashboard;

import io.portico.dashboard.FeedEntry;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field.Option;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;
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
        ActivityParams params,
        List<FeedLine> lines,
        Optional<String> newest,
        Optional<String> older)
        implements PageModel {
    public ActivityPage {
        kinds = List.copyOf(kinds);
        lines = List.copyOf(lines);
    }

    static ActivityPage of(
            ConsoleVisit visit, List<String> kinds, ActivityParams params, List<FeedEntry> entries, int shown) {
        List<FeedLine> lines = entries.stream()
                .limit(shown)
                .map(entry -> FeedLine.of(entry, visit))
                .toList();
        String list = visit.at("/activity");
        return new ActivityPage(
                visit,
                kinds.stream()
                        .map(each -> new Option(each, sentence(each, visit)))
                        .toList(),
                params,
                lines,
                params.start().map(start -> list + params.address("")),
                entries.size() > shown
                        ? Optional.of(list
                                + params.address(
                                        Long.toString(entries.get(shown - 1).id())))
                        : Optional.empty());
    }

    /** A kind told as a sentence about nobody in particular. */
    private static String sentence(String kind, ConsoleVisit visit) {
        return visit.texts().fact(kind, visit.t("activity.somebody"), visit.t("activity.a-contact"), "…");
    }

    public boolean mayExport() {
        return visit.may(Permission.EXPORT_ACTIVITY);
    }

    public String exportPath() {
        return visit.at("/activity/export.csv") + params.address("");
    }

    @Override
    public Frame frame() {
        return visit;
    }
}

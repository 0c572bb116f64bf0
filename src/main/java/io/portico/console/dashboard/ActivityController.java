package io.portico.console.dashboard;

import gg.jte.generated.precompiled.Templates;
import io.portico.activity.Activity;
import io.portico.dashboard.Feed;
import io.portico.dashboard.FeedEntry;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@ConsoleController
class ActivityController {
    private static final int PER_PAGE = 50;

    private final Activity activity;
    private final Feed feed;
    private final Templates templates;

    ActivityController(Activity activity, Feed feed, Templates templates) {
        this.activity = activity;
        this.feed = feed;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}/activity")
    @Needs(Permission.READ_ACTIVITY)
    Answer list(
            ConsoleVisit visit,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before) {
        List<String> kinds = activity.kinds(visit.workspaceId());
        Optional<String> wanted = Optional.of(kind).filter(kinds::contains);
        Optional<Long> start = idIn(before);
        // One more than is shown tells whether there is an older page.
        List<FeedEntry> entries = feed.page(visit.workspaceId(), wanted, start.orElse(Long.MAX_VALUE), PER_PAGE + 1);
        return Answer.page(templates.consoleDashboardActivity(
                ActivityPage.of(visit, kinds, wanted.orElse(""), start.isPresent(), entries, PER_PAGE)));
    }

    private static Optional<Long> idIn(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}

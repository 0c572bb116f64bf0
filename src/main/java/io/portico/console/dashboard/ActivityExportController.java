package io.portico.console.dashboard;

import io.portico.activity.Activity;
import io.portico.contacts.csv.SpreadsheetSafeCsv;
import io.portico.dashboard.ActivityExported;
import io.portico.dashboard.Feed;
import io.portico.dashboard.FeedEntry;
import io.portico.dashboard.FeedQuery;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.CsvDownload;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands out the activity log as a file: as far as it was looked for, newest first, times in UTC. */
@ConsoleController
class ActivityExportController {
    private static final int BATCH = 1_000;

    private final Activity activity;
    private final Feed feed;

    ActivityExportController(Activity activity, Feed feed) {
        this.activity = activity;
        this.feed = feed;
    }

    /** That it was done is recorded first, so that a download broken off is in the log as well. */
    @GetMapping("/w/{workspace}/activity/export.csv")
    @Needs(Permission.EXPORT_ACTIVITY)
    void export(ConsoleVisit visit, @ModelAttribute ActivityParams params, HttpServletResponse response)
            throws IOException {
        FeedQuery query =
                params.query(activity.kinds(visit.workspaceId()), visit.texts().zone());
        activity.record(visit.workspaceId(), visit.actor(), new ActivityExported(params.address("")));
        CsvDownload.write(
                response, "activity-%s.csv".formatted(visit.workspace().slug()), csv -> write(visit, query, csv));
    }

    private void write(ConsoleVisit visit, FeedQuery query, SpreadsheetSafeCsv csv) {
        csv.row(
                visit.t("activity.when"),
                visit.t("activity.fact"),
                visit.t("activity.what"),
                visit.t("activity.from"),
                visit.t("activity.details"));
        long before = Long.MAX_VALUE;
        List<FeedEntry> batch;
        do {
            batch = feed.page(visit.workspaceId(), query, before, BATCH);
            batch.forEach(entry -> csv.row(
                    entry.at().toString(),
                    entry.kind(),
                    FeedLine.of(entry, visit).sentence(),
                    entry.address().orElse(""),
                    entry.details()));
            before = batch.isEmpty() ? before : batch.getLast().id();
        } while (batch.size() == BATCH);
    }
}

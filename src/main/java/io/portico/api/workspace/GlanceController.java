package io.portico.api.workspace;

import io.portico.access.keys.ApiScope;
import io.portico.activity.Activity;
import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityFilter;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.api.Paging;
import io.portico.api.Query;
import io.portico.api.Words;
import io.portico.api.reference.Operations;
import io.portico.dashboard.Figures;
import io.portico.dashboard.TrendRange;
import io.portico.kernel.ContactId;
import io.portico.kernel.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;

/** What happened in the workspace: its figures, and its log. */
@ApiController
class GlanceController {
    private final Figures figures;
    private final Activity activity;
    private final Operations operations;

    GlanceController(Figures figures, Activity activity, Operations operations) {
        this.figures = figures;
        this.activity = activity;
        this.operations = operations;
    }

    @GetMapping("/api/v1/stats")
    @NeedsScope(ApiScope.STATS_READ)
    ApiAnswer stats(ApiVisit visit) {
        Query query = visit.query();
        TrendRange range = query.parsed("days", GlanceController::range, "It must be 30, 90 or 365.")
                .orElse(TrendRange.DAYS_30);
        query.end();
        return ApiAnswer.ok(StatsShown.of(figures.of(visit.workspace(), range)));
    }

    private static Optional<TrendRange> range(String days) {
        return Arrays.stream(TrendRange.values())
                .filter(each -> Integer.toString(each.days()).equals(days))
                .findFirst();
    }

    /** Newest first. */
    @GetMapping("/api/v1/activity")
    @NeedsScope(ApiScope.ACTIVITY_READ)
    ApiAnswer activity(ApiVisit visit) {
        Query query = visit.query();
        ActivityFilter filter = filter(query);
        Paging paging = visit.paging(query);
        query.end();
        List<ActivityEntry> found = activity.page(
                visit.workspaceId(), filter, paging.after().map(Long::valueOf).orElse(Long.MAX_VALUE), paging.wanted());
        return ApiAnswer.ok(
                paging.page(found, entry -> Long.toString(entry.id())).map(ActivityShown::of));
    }

    private ActivityFilter filter(Query query) {
        return new ActivityFilter(
                query.parsed(
                        "kind",
                        word -> Optional.of(word).filter(operations.kinds()::contains),
                        Words.oneOf(operations.kinds())),
                query.parsed("contact_id", ContactId::parse, "It must be the id of a contact.")
                        .map(contact -> Set.of(contact.value())),
                query.parsed("address", IpAddress::parse, "It must be an IP address.")
                        .map(IpAddress::toString),
                query.time("since"),
                query.time("until"));
    }
}

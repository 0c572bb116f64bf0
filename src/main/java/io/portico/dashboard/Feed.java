package io.portico.dashboard;

import io.portico.activity.Activity;
import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityFilter;
import io.portico.kernel.ContactId;
import io.portico.kernel.IpAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The activity of a workspace with the names of those in it, which are asked for once per list, not per entry. */
@Component
public class Feed {
    /** So many facts are looked at for one line; an act that is cut off at the end is told by what is left of it. */
    private static final int FACTS_OF_AN_ACT = 3;

    private final Tenancy tenancy;
    private final Activity activity;
    private final Names names;
    private final PeopleNamed named;

    Feed(Tenancy tenancy, Activity activity, Names names, PeopleNamed named) {
        this.tenancy = tenancy;
        this.activity = activity;
        this.names = names;
        this.named = named;
    }

    /** The newest acts, newest first, each in one line: its strongest fact. */
    public List<FeedEntry> latest(WorkspaceId workspace, int limit) {
        return tenancy.in(workspace, () -> told(workspace, activity.latest(workspace, limit * FACTS_OF_AN_ACT), limit));
    }

    /** The newest acts about one contact, newest first, each in one line: its strongest fact. */
    public List<FeedEntry> about(WorkspaceId workspace, ContactId contact, int limit) {
        return tenancy.in(
                workspace, () -> told(workspace, activity.about(workspace, contact, limit * FACTS_OF_AN_ACT), limit));
    }

    private List<FeedEntry> told(WorkspaceId workspace, List<ActivityEntry> entries, int limit) {
        return named(workspace, Acts.folded(entries).stream().limit(limit).toList());
    }

    /** All entries older than the one of this id that the query is about, newest first. */
    public List<FeedEntry> page(WorkspaceId workspace, FeedQuery query, long before, int limit) {
        return tenancy.in(
                workspace, () -> named(workspace, activity.page(workspace, filter(workspace, query), before, limit)));
    }

    private ActivityFilter filter(WorkspaceId workspace, FeedQuery query) {
        Optional<String> text = Optional.of(query.text().strip()).filter(said -> !said.isEmpty());
        Optional<String> address = text.flatMap(IpAddress::parse).map(IpAddress::toString);
        Optional<Set<UUID>> meant =
                address.isPresent() ? Optional.empty() : text.map(said -> named.like(workspace, said));
        return new ActivityFilter(query.kind(), meant, address, query.since(), query.until());
    }

    private List<FeedEntry> named(WorkspaceId workspace, List<ActivityEntry> entries) {
        Names.Of known = names.in(workspace, entries);
        return entries.stream().map(entry -> FeedEntry.of(entry, known)).toList();
    }
}

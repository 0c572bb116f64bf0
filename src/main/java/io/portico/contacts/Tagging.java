package io.portico.contacts;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts a tag on many contacts, or takes it off. Goes in batches that are committed one by one; those that have it (or
 * lack it) already are left alone, so that doing it again carries on where it was broken off.
 */
@Component
public class Tagging {
    private static final int BATCH = 1_000;

    private final People people;
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Activity activity;
    private final Clock clock;

    Tagging(People people, Tenancy tenancy, JdbcClient jdbc, Activity activity, Clock clock) {
        this.people = people;
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.activity = activity;
        this.clock = clock;
    }

    /** Answers how many got it; a contact that has the most tags already gets none. */
    public long add(WorkspaceId workspace, Selection selection, String tag, Actor actor) {
        var sql = """
                update contact set tags = array_append(tags, :tag), updated_at = :now
                where workspace_id = :workspace and id = any(:ids) and :tag <> all(tags) and cardinality(tags) < %d
                returning id""".formatted(Tags.MOST);
        return change(workspace, selection, sql, tag, actor, id -> new ContactTagged(id, tag));
    }

    /** Answers how many lost it. */
    public long remove(WorkspaceId workspace, Selection selection, String tag, Actor actor) {
        var sql = """
                update contact set tags = array_remove(tags, :tag), updated_at = :now
                where workspace_id = :workspace and id = any(:ids) and :tag = any(tags)
                returning id""";
        return change(workspace, selection, sql, tag, actor, id -> new ContactUntagged(id, tag));
    }

    private long change(
            WorkspaceId workspace,
            Selection selection,
            String sql,
            String tag,
            Actor actor,
            Function<ContactId, Fact> fact) {
        AtomicLong changed = new AtomicLong();
        people.ids(
                workspace,
                selection,
                BATCH,
                ids -> tenancy.run(workspace, () -> {
                    List<Fact> facts =
                            changed(workspace, sql, ids, tag).stream().map(fact).toList();
                    activity.record(workspace, actor, facts);
                    changed.addAndGet(facts.size());
                }));
        return changed.get();
    }

    private List<ContactId> changed(WorkspaceId workspace, String sql, List<ContactId> ids, String tag) {
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("ids", values(ids))
                .param("tag", tag)
                .param("now", utc(clock.instant()))
                .query((row, n) -> new ContactId(row.getObject("id", UUID.class)))
                .list();
    }

    private static UUID[] values(List<ContactId> ids) {
        return ids.stream().map(ContactId::value).toArray(UUID[]::new);
    }
}

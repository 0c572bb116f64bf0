package io.portico.activity;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ActivityStore {
    private static final String COLUMNS =
            "workspace_id, id, xact::text::bigint as xact, at, kind, contact_id, actor_kind, actor_id, address, details";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ActivityStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void append(WorkspaceId workspace, Actor actor, List<? extends Fact> facts) {
        Instant now = clock.instant();
        append(
                workspace,
                facts.stream().map(fact -> new PastFact(now, actor, fact)).toList());
    }

    void append(WorkspaceId workspace, List<PastFact> entries) {
        var sql = """
                insert into activity (workspace_id, at, kind, contact_id, actor_kind, actor_id, address, details)
                select :workspace, f.at, f.kind, f.contact_id, f.actor_kind, f.actor_id, f.address, f.details::jsonb
                from unnest(:at::timestamptz[], :kinds::text[], :contacts::uuid[], :actorKinds::text[],
                    :actors::uuid[], :addresses::inet[], :details::text[])
                    with ordinality as f (at, kind, contact_id, actor_kind, actor_id, address, details, n)
                order by f.n""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("at", column(entries, entry -> entry.at().toString()))
                .param("kinds", column(entries, entry -> kindOf(entry.fact().getClass())))
                .param("contacts", column(entries, entry -> text(entry.fact().about())))
                .param("actorKinds", column(entries, entry -> entry.actor().kind()))
                .param("actors", column(entries, entry -> text(entry.actor().id())))
                .param("addresses", column(entries, entry -> text(entry.actor().address())))
                .param("details", column(entries, entry -> json.writeValueAsString(entry.fact())))
                .update();
    }

    private static @Nullable String[] column(List<PastFact> entries, Function<PastFact, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    void appendEach(WorkspaceId workspace, Actor actor, Class<? extends Fact> kind, Rows facts) {
        var sql = """
                insert into activity (workspace_id, at, kind, contact_id, actor_kind, actor_id, address, details)
                select :workspace, :factAt, :factKind, f.contact_id, :actorKind, nullif(:actorId, '')::uuid,
                    nullif(:actorAddress, '')::inet, f.details
                from (%s) f""".formatted(facts.sql());
        jdbc.sql(sql)
                .params(facts.paramsWith(Map.of(
                        "workspace", workspace.value(),
                        "factAt", utc(clock.instant()),
                        "factKind", kindOf(kind),
                        "actorKind", actor.kind(),
                        "actorId", actor.id().map(UUID::toString).orElse(""),
                        "actorAddress", actor.address().orElse(""))))
                .update();
    }

    private static String kindOf(Class<? extends Fact> type) {
        FactKind kind = type.getAnnotation(FactKind.class);
        if (kind == null) {
            throw new IllegalStateException(type.getName() + " lacks @FactKind");
        }
        return kind.value();
    }

    List<ActivityEntry> latest(WorkspaceId workspace, int limit) {
        return jdbc.sql("select " + COLUMNS + " from activity where workspace_id = ? order by id desc limit ?")
                .params(workspace.value(), limit)
                .query(this::entry)
                .list();
    }

    List<ActivityEntry> about(WorkspaceId workspace, ContactId contact, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from activity where workspace_id = ? and contact_id = ? order by id desc limit ?")
                .params(workspace.value(), contact.value(), limit)
                .query(this::entry)
                .list();
    }

    List<ActivityEntry> page(WorkspaceId workspace, ActivityFilter filter, long before, int limit) {
        var sql = """
                select %s from activity
                where workspace_id = :workspace and id < :before%s
                order by id desc limit :limit""".formatted(COLUMNS, conditions(filter));
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("before", before)
                .param("kind", filter.kind().orElse(""))
                .param("people", filter.people().orElse(Set.of()).toArray(UUID[]::new))
                .param("address", filter.address().orElse(""))
                .param("since", utc(filter.since().orElse(Instant.EPOCH)))
                .param("until", utc(filter.until().orElse(Instant.EPOCH)))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** Only what is asked for, so that the planner sees which index serves it. */
    private static String conditions(ActivityFilter filter) {
        return Stream.of(
                        filter.kind().map(kind -> " and kind = :kind"),
                        filter.people().map(ids -> " and (contact_id = any(:people) or actor_id = any(:people))"),
                        filter.address().map(ip -> " and address = :address::inet"),
                        filter.since().map(from -> " and at >= :since"),
                        filter.until().map(to -> " and at < :until"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    /** The kinds there are, found by leaping from one to the next in the index. */
    List<String> kinds(WorkspaceId workspace) {
        var sql = """
                with recursive each (kind) as (
                    (select kind from activity where workspace_id = :workspace order by kind limit 1)
                    union all
                    select (select a.kind from activity a
                        where a.workspace_id = :workspace and a.kind > each.kind order by a.kind limit 1)
                    from each where each.kind is not null)
                select kind from each where kind is not null""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .query(String.class)
                .list();
    }

    /** The newest id, and the sum of the newest ids, which an entry that committed late changes as well. */
    String version(WorkspaceId workspace) {
        var sql = """
                select coalesce(max(id), 0) || '-' || coalesce(sum(id), 0) from (
                    select id from activity where workspace_id = ? order by id desc limit 50) newest""";
        return jdbc.sql(sql).param(workspace.value()).query(String.class).single();
    }

    /** Entries of one workspace after the position, in the order of their transactions. */
    List<ActivityEntry> after(WorkspaceId workspace, LogPosition position, int limit) {
        var sql = """
                select %s from activity
                where workspace_id = :workspace and (xact, id) > (:xact::text::xid8, :id)
                order by activity.xact, activity.id limit :limit""".formatted(COLUMNS);
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("xact", Long.toString(position.xact()))
                .param("id", position.id())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** Entries of one workspace that lie up to the position, after the given id, in the order of their ids. */
    List<ActivityEntry> upTo(WorkspaceId workspace, LogPosition position, long after, int limit) {
        var sql = """
                select %s from activity
                where workspace_id = :workspace and activity.id > :after and (xact, id) <= (:xact::text::xid8, :id)
                order by activity.id limit :limit""".formatted(COLUMNS);
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("xact", Long.toString(position.xact()))
                .param("id", position.id())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /**
     * Whether {@link #unread} would find something; locks nothing, so an idle reader writes nothing. Looks at one entry, the
     * first after the cursor: for {@code exists} the planner reads the log from its beginning.
     */
    boolean hasUnread(String reader) {
        var sql = """
                select xact < pg_snapshot_xmin(pg_current_snapshot()) from activity
                where (xact, id) > (select xact, id from activity_cursor where reader = ?)
                order by xact, id
                limit 1""";
        return jdbc.sql(sql).param(reader).query(Boolean.class).optional().orElse(false);
    }

    /** Entries after the cursor whose writers, and all before them, have ended; locks the cursor until commit. */
    List<ActivityEntry> unread(String reader, int limit) {
        var sql = """
                select %s from activity
                where (xact, id) > (
                        select xact, id from activity_cursor where reader = ? for update)
                    and xact < pg_snapshot_xmin(pg_current_snapshot())
                order by activity.xact, activity.id
                limit ?""".formatted(COLUMNS);
        return jdbc.sql(sql).params(reader, limit).query(this::entry).list();
    }

    void openCursor(String reader) {
        jdbc.sql("insert into activity_cursor (reader) values (?) on conflict do nothing")
                .param(reader)
                .update();
    }

    /** How far the reader ever came, whether or not it began anew since. */
    LogPosition furthest(String reader) {
        return jdbc.sql(
                        "select furthest_xact::text::bigint as xact, furthest_id as id from activity_cursor where reader = ?")
                .param(reader)
                .query((row, n) -> new LogPosition(row.getLong("xact"), row.getLong("id")))
                .single();
    }

    void moveCursor(String reader, WorkspaceId workspace, long id) {
        var sql = """
                update activity_cursor c set xact = a.xact, id = a.id,
                    (furthest_xact, furthest_id) = (
                        select f.xact, f.id from (values (c.furthest_xact, c.furthest_id), (a.xact, a.id)) f (xact, id)
                        order by f.xact desc, f.id desc limit 1)
                from activity a where a.workspace_id = ? and a.id = ? and c.reader = ?""";
        jdbc.sql(sql).params(workspace.value(), id, reader).update();
    }

    void rewindCursor(String reader) {
        jdbc.sql("update activity_cursor set xact = '0', id = 0 where reader = ?")
                .param(reader)
                .update();
    }

    private ActivityEntry entry(ResultSet row, int n) throws SQLException {
        return new ActivityEntry(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getLong("id"),
                new LogPosition(row.getLong("xact"), row.getLong("id")),
                instant(row, "at"),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("contact_id", UUID.class)).map(ContactId::new),
                row.getString("actor_kind"),
                Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                Optional.ofNullable(row.getString("address")),
                json.readTree(row.getString("details")));
    }
}

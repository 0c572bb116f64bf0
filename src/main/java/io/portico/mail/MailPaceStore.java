package io.portico.mail;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailPaceStore {
    private static final int PACED = Hold.PACED.bit();

    /** As the partial index {@code outbox_paced} has it, so the bit stands there in figures. */
    private static final String WAITING =
            "o.workspace_id = :workspace and o.held_by = %d and o.state in ('queued', 'deferred') and o.due_at <= :now"
                    .formatted(PACED);

    private static final String IN_ALL = """
            select o.id, o.domain from outbox o where %s
            order by o.due_at, o.n limit :inAll for update skip locked""".formatted(WAITING);

    /** Leaps from one domain to the next in the index, and takes from each what it may get. */
    private static final String BY_DOMAIN = """
            select picked.id, picked.domain from (
                with recursive each (domain) as (
                    (select o.domain from outbox o where %1$s order by o.domain limit 1)
                    union all
                    select (select o.domain from outbox o where %1$s and o.domain > each.domain
                        order by o.domain limit 1)
                    from each where each.domain is not null)
                select o.id, o.domain, o.due_at, o.n
                from each
                left join mail_lane l on l.workspace_id = :workspace and l.domain = each.domain
                cross join lateral (
                    select o.id, o.domain, o.due_at, o.n from outbox o where %1$s and o.domain = each.domain
                    order by o.due_at, o.n
                    limit greatest(0, floor(extract(epoch from :now - greatest(
                        coalesce(l.free_at, '-infinity'), :now - make_interval(secs => :back))) / :interval) + 1)::bigint
                ) o
                where each.domain is not null) picked
            order by picked.due_at, picked.n limit :inAll""".formatted(WAITING);

    private static final String TAKES_TURNS = "o.held_by = %d and o.state in ('queued', 'deferred')".formatted(PACED);

    /** Later by as long as the mail has waited since it was due, but no longer from now on than a mail is tried. */
    private static final String WITHOUT_THE_WAIT = """
            greatest(o.give_up_at, least(cast(:now as timestamptz) + make_interval(secs => %d),
                o.give_up_at + (cast(:now as timestamptz) - o.due_at)))""".formatted(Outbox.PATIENCE.toSeconds());

    private final JdbcClient jdbc;

    MailPaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MailPace find(WorkspaceId workspace) {
        return jdbc.sql("select * from mail_pace where workspace_id = ?")
                .param(workspace.value())
                .query(MailPaceStore::pace)
                .optional()
                .orElse(MailPace.UNLIMITED);
    }

    /**
     * Whether mails of large runs take turns. No limit is set or taken away until the transaction ends, so that no run that
     * is just beginning misses it.
     */
    boolean isLimited(WorkspaceId workspace) {
        lock(workspace, "pg_advisory_xact_lock_shared");
        return find(workspace).isLimited();
    }

    private void lock(WorkspaceId workspace, String lock) {
        jdbc.sql("select %s(hashtextextended('mail pace of ' || ?, 0))".formatted(lock))
                .param(workspace.toString())
                .query((row, n) -> true)
                .single();
    }

    /** The pace, held until the transaction ends; empty when another node is at it, or there is none. */
    Optional<MailPace> hold(WorkspaceId workspace) {
        return jdbc.sql("select * from mail_pace where workspace_id = ? for update skip locked")
                .param(workspace.value())
                .query(MailPaceStore::pace)
                .optional();
    }

    /** Waits for the runs that are just beginning. */
    void save(WorkspaceId workspace, MailPace pace) {
        lock(workspace, "pg_advisory_xact_lock");
        jdbc.sql("delete from mail_pace where workspace_id = ?")
                .param(workspace.value())
                .update();
        if (pace.isLimited()) {
            jdbc.sql(
                            "insert into mail_pace (workspace_id, per_minute, per_domain) values (?, nullif(?, 0), nullif(?, 0))")
                    .params(
                            workspace.value(),
                            pace.perMinute().orElse(0),
                            pace.perDomain().orElse(0))
                    .update();
        }
    }

    /** Lets the mails of large runs that wait already take turns. */
    void holdWaiting(WorkspaceId workspace) {
        var sql = """
                update outbox set held_by = held_by | %1$d
                where workspace_id = :workspace and state in ('queued', 'deferred') and priority >= :bulk
                    and held_by & %1$d = 0""".formatted(PACED);
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("bulk", Priority.BULK.rank())
                .update();
    }

    /** Lets all mails go that wait for a turn. */
    void letWaitingGo(WorkspaceId workspace, Instant now) {
        var sql = """
                update outbox o set held_by = o.held_by & ~%1$d, give_up_at = %2$s
                where o.workspace_id = :workspace and o.state in ('queued', 'deferred') and o.held_by & %1$d <> 0""".formatted(PACED, WITHOUT_THE_WAIT);
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("now", utc(now))
                .update();
    }

    /**
     * Lets those go that wait for a turn in a workspace without a limit: it was taken away while they were put off. Leaps
     * from one workspace to the next in the index.
     */
    void letGoWithoutLimit(Instant now) {
        var sql = """
                with recursive each (workspace_id) as (
                    (select o.workspace_id from outbox o where %1$s order by o.workspace_id limit 1)
                    union all
                    select (select o.workspace_id from outbox o where %1$s and o.workspace_id > each.workspace_id
                        order by o.workspace_id limit 1)
                    from each where each.workspace_id is not null)
                update outbox o set held_by = 0, give_up_at = %2$s
                from each
                where o.workspace_id = each.workspace_id and %1$s
                    and not exists (select from mail_pace p where p.workspace_id = each.workspace_id)""".formatted(TAKES_TURNS, WITHOUT_THE_WAIT);
        jdbc.sql(sql).param("now", utc(now)).update();
    }

    /** The workspaces of which a mail waits for its turn. */
    List<WorkspaceId> waiting(Instant now) {
        var sql = """
                select p.workspace_id from mail_pace p
                where exists (select from outbox o where o.workspace_id = p.workspace_id and o.held_by = %d
                    and o.state in ('queued', 'deferred') and o.due_at <= ?)""".formatted(PACED);
        return jdbc.sql(sql).param(utc(now)).query(UUID.class).list().stream()
                .map(WorkspaceId::new)
                .toList();
    }

    /** When the next mail of all may leave; empty when none has yet. */
    Optional<Instant> freeAt(WorkspaceId workspace) {
        return jdbc.sql("select free_at from mail_lane where workspace_id = ? and domain = ''")
                .param(workspace.value())
                .query((row, n) -> instant(row, "free_at"))
                .optional();
    }

    /**
     * Lets those go whose turn it is, at most so many; answers the domain of each. The wait for the turn is no part of the
     * day in which a mail is tried: a limit may be slower than a day.
     */
    List<String> letGo(WorkspaceId workspace, MailPace pace, int inAll, Instant now) {
        String turn = pace.perDomain().isPresent() ? BY_DOMAIN : IN_ALL;
        var sql = """
                with turn as materialized (%s)
                update outbox o set held_by = 0, give_up_at = %s
                from turn
                where o.workspace_id = :workspace and o.id = turn.id and o.held_by = %d
                returning o.domain""".formatted(turn, WITHOUT_THE_WAIT, PACED);
        int limit = pace.perDomain().orElse(1);
        return jdbc.sql(sql)
                .params(Map.of(
                        "workspace", workspace.value(),
                        "now", utc(now),
                        "inAll", inAll,
                        "back", (MailPace.burst(limit) - 1) * MailPace.interval(limit),
                        "interval", MailPace.interval(limit)))
                .query((row, n) -> Optional.ofNullable(row.getString(1)).orElse(""))
                .list();
    }

    /** Notes that so many mails have left by this lane; the empty domain stands for all. */
    void note(WorkspaceId workspace, String domain, long mails, int perMinute, Instant now) {
        var sql = """
                insert into mail_lane as l (workspace_id, domain, free_at)
                values (:workspace, :domain, :now - make_interval(secs => :back) + make_interval(secs => :ahead))
                on conflict (workspace_id, domain) do update set free_at =
                    greatest(l.free_at, :now - make_interval(secs => :back)) + make_interval(secs => :ahead)""";
        double interval = MailPace.interval(perMinute);
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("domain", domain)
                .param("now", utc(now))
                .param("back", (MailPace.burst(perMinute) - 1) * interval)
                .param("ahead", mails * interval)
                .update();
    }

    private static MailPace pace(ResultSet row, int n) throws SQLException {
        return new MailPace(limit(row, "per_minute"), limit(row, "per_domain"));
    }

    private static OptionalInt limit(ResultSet row, String column) throws SQLException {
        int limit = row.getInt(column);
        return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}

package io.portico.automation;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Contacts inside automations: whose turn it is, who waits for what, and how they come out. */
@Component
class EntryStore {
    record Due(WorkspaceId workspace, EntryId id) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EntryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Of automations that are on, in workspaces that are not suspended: so many of each workspace, that a crowd in one
     * holds up no other.
     */
    List<Due> due(Instant now, int each, int most) {
        var sql = """
                select d.workspace_id, d.id
                from (select distinct workspace_id from automation where state = 'active') o
                join workspace w on w.id = o.workspace_id and w.suspended_at is null
                cross join lateral (
                    select e.workspace_id, e.id, e.due_at from automation_entry e
                    join automation a on a.workspace_id = e.workspace_id and a.id = e.automation_id and a.state = 'active'
                    where e.workspace_id = o.workspace_id and e.state = 'inside' and e.due_at <= :now
                    order by e.due_at limit :each) d
                order by d.due_at limit :most""";
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("each", each)
                .param("most", most)
                .query((row, n) -> new Due(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new EntryId(row.getObject("id", UUID.class))))
                .list();
    }

    /**
     * Waits until no other node goes on with entries of this workspace, and keeps it so until the transaction ends: what a
     * day may bring is counted before it is written. To be taken before any row is held.
     */
    void takeTurn(WorkspaceId workspace) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('automations of ' || ?, 0))")
                .param(workspace.toString())
                .query((row, n) -> true)
                .list();
    }

    /**
     * Holds those that are still due, without those that another node has, or had. Where turns are alike, older automations
     * come first: whoever waits in one for what a newer one does, waits before it is done.
     */
    List<Entry> hold(WorkspaceId workspace, List<EntryId> ids, Instant now) {
        var sql = """
                select e.*, v.definition, a.name from automation_entry e
                join automation a on a.workspace_id = e.workspace_id and a.id = e.automation_id and a.state = 'active'
                join automation_version v on v.workspace_id = e.workspace_id and v.automation_id = e.automation_id
                    and v.version = e.version
                where e.workspace_id = :workspace and e.id = any(:ids::uuid[]) and e.state = 'inside' and e.due_at <= :now
                order by e.due_at, a.created_at, e.id for update of e skip locked""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("ids", column(ids, Function.identity()))
                .param("now", utc(now))
                .query((row, n) -> entry(workspace, row))
                .list();
    }

    private Entry entry(WorkspaceId workspace, ResultSet row) throws SQLException {
        return new Entry(
                workspace,
                new EntryId(row.getObject("id", UUID.class)),
                new AutomationId(row.getObject("automation_id", UUID.class)),
                row.getString("name"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getInt("version"),
                json.readValue(row.getString("definition"), Definition.class),
                row.getInt("step"),
                waited(row),
                row.getInt("depth"));
    }

    private static Entry.Waited waited(ResultSet row) throws SQLException {
        if (row.getString("waits_for") == null) {
            return Entry.Waited.NOT_YET;
        }
        return row.getBoolean("woken") ? Entry.Waited.UNTIL_IT_HAPPENED : Entry.Waited.TO_THE_END;
    }

    /** Lets those wait at the step whose progress says so. */
    void waitUntil(List<Entry> entries, int step, Map<EntryId, Progress> progress) {
        var sql = """
                update automation_entry e set step = :step, waits_for = w.signal, waits_since = pg_current_xact_id(),
                    woken = false, due_at = w.due_at
                from unnest(:ids::uuid[], :signals::text[], :dues::timestamptz[]) as w (id, signal, due_at)
                where e.workspace_id = :workspace and e.id = w.id""";
        List<Entry> waiting = entries.stream()
                .filter(entry -> progress.get(entry.id()) instanceof Progress.Until)
                .toList();
        if (!waiting.isEmpty()) {
            jdbc.sql(sql)
                    .param("workspace", waiting.getFirst().workspace().value())
                    .param("step", step)
                    .param("ids", column(waiting, Entry::id))
                    .param(
                            "signals",
                            column(waiting, entry -> until(entry, progress).signal()))
                    .param(
                            "dues",
                            column(waiting, entry -> until(entry, progress).due()))
                    .update();
        }
    }

    private static Progress.Until until(Entry entry, Map<EntryId, Progress> progress) {
        return (Progress.Until) Objects.requireNonNull(progress.get(entry.id()));
    }

    /** Wakes whoever waits for what has happened; what happened before they began to wait wakes nobody. */
    void wake(List<Signal> signals, Instant now) {
        var sql = """
                update automation_entry e set due_at = :now, woken = true
                from unnest(:workspaces::uuid[], :contacts::uuid[], :words::text[], :xacts::text[])
                    as s (workspace_id, contact_id, word, xact)
                where e.workspace_id = s.workspace_id and e.contact_id = s.contact_id and e.state = 'inside'
                    and e.waits_for = s.word and not e.woken and s.xact::xid8 > e.waits_since""";
        jdbc.sql(sql)
                .param("now", utc(now))
                .param("workspaces", column(signals, Signal::workspace))
                .param("contacts", column(signals, Signal::contact))
                .param("words", column(signals, Signal::word))
                .param("xacts", column(signals, Signal::xact))
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<? super T, ?> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    void postpone(WorkspaceId workspace, EntryId id, Instant due) {
        jdbc.sql("update automation_entry set due_at = ? where workspace_id = ? and id = ?")
                .params(utc(due), workspace.value(), id.value())
                .update();
    }

    void end(List<Entry> entries, EntryState end, Instant now) {
        if (!entries.isEmpty()) {
            var sql = """
                    update automation_entry set state = ?, ended_at = ?
                    where workspace_id = ? and id = any(?::uuid[])""";
            jdbc.sql(sql)
                    .params(end.word(), utc(now), entries.getFirst().workspace().value(), column(entries, Entry::id))
                    .update();
        }
    }

    /** The contact is gone. */
    void stopAll(WorkspaceId workspace, ContactId contact, Instant now) {
        var sql = """
                update automation_entry set state = 'stopped', ended_at = ?
                where workspace_id = ? and contact_id = ? and state = 'inside'""";
        jdbc.sql(sql).params(utc(now), workspace.value(), contact.value()).update();
    }

    /** The invitation is revoked: the contact comes out of what began with it, and the step that waited says why. */
    void stopInvited(WorkspaceId workspace, ContactId contact, Instant now) {
        var entries = """
                update automation_entry e set state = 'stopped', ended_at = :now from automation_version v
                where e.workspace_id = :workspace and e.contact_id = :contact and e.state = 'inside'
                    and v.workspace_id = e.workspace_id and v.automation_id = e.automation_id
                    and v.version = e.version and v.definition -> 'trigger' ->> 'on' in ('invited', 'unanswered')
                returning e.id""";
        UUID[] stopped = jdbc.sql(entries)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .param("now", utc(now))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        var steps = """
                update automation_step set outcome = 'revoked', at = :now
                where workspace_id = :workspace and entry_id = any (:stopped) and outcome = 'waiting'""";
        jdbc.sql(steps)
                .param("workspace", workspace.value())
                .param("stopped", stopped)
                .param("now", utc(now))
                .update();
    }

    /** Whoever the conditions do not hold for has never entered. */
    void forget(List<Entry> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql("delete from automation_entry where workspace_id = ? and id = any(?::uuid[])")
                    .params(entries.getFirst().workspace().value(), column(entries, Entry::id))
                    .update();
        }
    }
}

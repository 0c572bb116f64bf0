package io.portico.automation;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.activity.LogPosition;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class EntryStore {
    /** An automation that contacts may enter, with its newest version. */
    record Open(WorkspaceId workspace, AutomationId id, int version, Definition definition, long begins) {
        boolean isTriggeredBy(Signal signal) {
            return signal.xact() > begins
                    && definition
                            .trigger()
                            .signal(id)
                            .filter(signal.word()::equals)
                            .isPresent();
        }
    }

    /** Something happened to a contact, as {@link Trigger#signals} says it, in this transaction. */
    record Signal(WorkspaceId workspace, ContactId contact, String word, long xact) {}

    record Due(WorkspaceId workspace, EntryId id) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EntryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How far contacts have entered; whoever asks is the only one to let them in until the transaction ends. */
    LogPosition lockPosition() {
        return jdbc.sql("select xact::text::bigint as xact, id from automation_position for update")
                .query((row, n) -> new LogPosition(row.getLong("xact"), row.getLong("id")))
                .single();
    }

    void movePosition(LogPosition position) {
        jdbc.sql("update automation_position set xact = ?::text::xid8, id = ?")
                .params(Long.toString(position.xact()), position.id())
                .update();
    }

    List<Open> open(Set<WorkspaceId> workspaces) {
        var sql = """
                select a.workspace_id, a.id, a.version, a.begins::text::bigint as begins, v.definition
                from automation a join automation_version v
                    on v.workspace_id = a.workspace_id and v.automation_id = a.id and v.version = a.version
                join workspace w on w.id = a.workspace_id and w.suspended_at is null
                where a.state = 'active' and a.workspace_id = any(?::uuid[])""";
        return jdbc.sql(sql)
                .param(workspaces.stream().map(WorkspaceId::toString).toArray(String[]::new))
                .query(this::opened)
                .list();
    }

    /** Those, in every workspace, that nothing in the log triggers but time. */
    List<Open> openByTime() {
        var sql = """
                select a.workspace_id, a.id, a.version, a.begins::text::bigint as begins, v.definition
                from automation a join automation_version v
                    on v.workspace_id = a.workspace_id and v.automation_id = a.id and v.version = a.version
                join workspace w on w.id = a.workspace_id and w.suspended_at is null
                where a.state = 'active' and v.definition -> 'trigger' ->> 'on' in ('unseen', 'unanswered')""";
        return jdbc.sql(sql).query(this::opened).list();
    }

    private Open opened(ResultSet row, int n) throws SQLException {
        return new Open(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new AutomationId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                json.readValue(row.getString("definition"), Definition.class),
                row.getLong("begins"));
    }

    /** How deep the automations were that wrote in these transactions. */
    Map<Long, Integer> depths(Set<Long> transactions) {
        Map<Long, Integer> depths = new HashMap<>();
        jdbc.sql("select xact::text::bigint as xact, depth from automation_trace where xact = any(?::text[]::xid8[])")
                .param(transactions.stream().map(Object::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> depths.put(row.getLong("xact"), row.getInt("depth")));
        return depths;
    }

    /** A contact on the threshold. */
    record Newcomer(EntryId id, ContactId contact, int depth) {}

    /** Lets those in who are not inside, and were not before or may enter again; answers how many. */
    int enter(Open into, List<Newcomer> newcomers, Instant now) {
        var sql = """
                insert into automation_entry
                    (workspace_id, id, automation_id, version, contact_id, state, due_at, depth, entered_at)
                select :workspace, n.id, :automation, :version, n.contact_id, 'inside', :now, n.depth, :now
                from unnest(:ids::uuid[], :contacts::uuid[], :depths::int[]) as n (id, contact_id, depth)
                where not exists (select from automation_entry e where e.workspace_id = :workspace
                    and e.automation_id = :automation and e.contact_id = n.contact_id
                    and (:never or e.entered_at > :since))
                on conflict do nothing""";
        return jdbc.sql(sql)
                .param("workspace", into.workspace().value())
                .param("automation", into.id().value())
                .param("version", into.version())
                .param(
                        "ids",
                        newcomers.stream().map(each -> each.id().toString()).toArray(String[]::new))
                .param(
                        "contacts",
                        newcomers.stream()
                                .map(each -> each.contact().toString())
                                .toArray(String[]::new))
                .param("depths", newcomers.stream().map(Newcomer::depth).toArray(Integer[]::new))
                .param("now", utc(now))
                .param("never", into.definition().again().isZero())
                .param("since", utc(now.minus(into.definition().again())))
                .update();
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

    private static String[] column(List<Signal> rows, Function<Signal, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** The contact is gone. */
    void stopAll(WorkspaceId workspace, ContactId contact, Instant now) {
        var sql = """
                update automation_entry set state = 'stopped', ended_at = ?
                where workspace_id = ? and contact_id = ? and state = 'inside'""";
        jdbc.sql(sql).params(utc(now), workspace.value(), contact.value()).update();
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

    /** Holds an entry that is still due; empty when another node has it, or was faster. */
    Optional<Entry> hold(WorkspaceId workspace, EntryId id, Instant now) {
        var sql = """
                select e.*, v.definition, a.name from automation_entry e
                join automation a on a.workspace_id = e.workspace_id and a.id = e.automation_id and a.state = 'active'
                join automation_version v on v.workspace_id = e.workspace_id and v.automation_id = e.automation_id
                    and v.version = e.version
                where e.workspace_id = ? and e.id = ? and e.state = 'inside' and e.due_at <= ?
                for update of e skip locked""";
        return jdbc.sql(sql)
                .params(workspace.value(), id.value(), utc(now))
                .query((row, n) -> entry(workspace, id, row))
                .optional();
    }

    private Entry entry(WorkspaceId workspace, EntryId id, ResultSet row) throws SQLException {
        return new Entry(
                workspace,
                id,
                new AutomationId(row.getObject("automation_id", UUID.class)),
                row.getString("name"),
                new ContactId(row.getObject("contact_id", UUID.class)),
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

    void note(Entry entry, int n, Step step, Progress progress, Instant now) {
        var sql = """
                insert into automation_step (workspace_id, entry_id, n, contact_id, step, outcome, detail, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, entry_id, n) do update
                    set outcome = excluded.outcome, detail = excluded.detail, at = excluded.at""";
        jdbc.sql(sql)
                .params(
                        entry.workspace().value(),
                        entry.id().value(),
                        n,
                        entry.contact().value(),
                        step.kind().word(),
                        progress.outcome().word(),
                        progress.detail(),
                        utc(now))
                .update();
    }

    void waitUntil(Entry entry, int step, String signal, Instant due) {
        var sql = """
                update automation_entry set step = ?, waits_for = ?, waits_since = pg_current_xact_id(), woken = false,
                    due_at = ?
                where workspace_id = ? and id = ?""";
        jdbc.sql(sql)
                .params(
                        step,
                        signal,
                        utc(due),
                        entry.workspace().value(),
                        entry.id().value())
                .update();
    }

    void end(Entry entry, EntryEnd end, Instant now) {
        jdbc.sql("update automation_entry set state = ?, ended_at = ? where workspace_id = ? and id = ?")
                .params(
                        end.word(),
                        utc(now),
                        entry.workspace().value(),
                        entry.id().value())
                .update();
    }

    /** Somebody for whom the conditions do not hold has never entered. */
    void forget(Entry entry) {
        jdbc.sql("delete from automation_entry where workspace_id = ? and id = ?")
                .params(entry.workspace().value(), entry.id().value())
                .update();
    }

    void postpone(WorkspaceId workspace, EntryId id, Instant due) {
        jdbc.sql("update automation_entry set due_at = ? where workspace_id = ? and id = ?")
                .params(utc(due), workspace.value(), id.value())
                .update();
    }

    /** What this transaction writes to the log is the doing of an automation so deep. */
    void trace(Entry entry, Instant now) {
        jdbc.sql("insert into automation_trace (workspace_id, depth, at) values (?, ?, ?) on conflict do nothing")
                .params(entry.workspace().value(), entry.depth(), utc(now))
                .update();
    }

    long mailsSince(Entry entry, Instant since) {
        var sql = """
                select count(*) from automation_step
                where workspace_id = ? and contact_id = ? and outcome = 'mailed' and at > ?""";
        return jdbc.sql(sql)
                .params(entry.workspace().value(), entry.contact().value(), utc(since))
                .query(Long.class)
                .single();
    }

    /** How many mails to operators automations of the workspace had sent since. */
    long noticesSince(WorkspaceId workspace, Instant since) {
        return jdbc.sql(
                        "select count(*) from automation_step where workspace_id = ? and outcome = 'notified' and at > ?")
                .params(workspace.value(), utc(since))
                .query(Long.class)
                .single();
    }

    /** Members not seen since that day who are not inside, and have not entered since. */
    List<ContactId> unseen(Open of, LocalDate since, Instant enteredSince, int most) {
        return notInside(of, "c.joined_at is not null and c.last_seen_on < :since", since, enteredSince, most);
    }

    /** Those invited before then, for the last time, who have not joined; else as {@link #unseen}. */
    List<ContactId> unanswered(Open of, Instant since, Instant enteredSince, int most) {
        var condition = """
                c.joined_at is null and exists (select from invitation i where i.workspace_id = c.workspace_id
                    and i.contact_id = c.id and i.state = 'pending' and i.last_sent_at < :since)""";
        return notInside(of, condition, utc(since), enteredSince, most);
    }

    private List<ContactId> notInside(Open of, String condition, Object since, Instant enteredSince, int most) {
        var sql = """
                select c.id from contact c
                where c.workspace_id = :workspace and c.disabled_at is null and %s
                    and not exists (select from automation_entry e where e.workspace_id = c.workspace_id
                        and e.automation_id = :automation and e.contact_id = c.id
                        and (:never or e.state = 'inside' or e.entered_at > :entered))
                limit :most""".formatted(condition);
        return jdbc.sql(sql)
                .param("workspace", of.workspace().value())
                .param("since", since)
                .param("automation", of.id().value())
                .param("entered", utc(enteredSince))
                .param("never", of.definition().again().isZero())
                .param("most", most)
                .query((row, n) -> new ContactId(row.getObject("id", UUID.class)))
                .list();
    }

    void forgetTraces(Instant before) {
        jdbc.sql("delete from automation_trace where at < ?").param(utc(before)).update();
    }
}

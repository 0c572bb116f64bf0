package io.portico.automation;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What became of each step. */
@Component
class HistoryStore {
    /** With what tells of steps that were chosen before, so that no more than these are joined. */
    private static final String SELECT = """
            select a.id, a.name, s.entry_id, s.contact_id, v.definition -> 'steps' -> s.n as step, s.outcome, s.detail, s.at
            from (%s) s
            join automation_entry e on e.workspace_id = s.workspace_id and e.id = s.entry_id
            join automation a on a.workspace_id = s.workspace_id and a.id = s.automation_id
            join automation_version v on v.workspace_id = e.workspace_id and v.automation_id = e.automation_id
                and v.version = e.version
            where s.workspace_id = :workspace""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes what became of this step of one automation for each; again when a step that waited goes on. */
    void note(List<Entry> entries, int n, Step step, Map<EntryId, Progress> progress, Instant now) {
        var sql = """
                insert into automation_step
                    (workspace_id, entry_id, n, automation_id, contact_id, step, outcome, detail, at)
                select :workspace, t.entry_id, :n, :automation, t.contact_id, :step, t.outcome, t.detail, :now
                from unnest(:entries::uuid[], :contacts::uuid[], :outcomes::text[], :details::text[])
                    as t (entry_id, contact_id, outcome, detail)
                on conflict (workspace_id, entry_id, n) do update
                    set outcome = excluded.outcome, detail = excluded.detail, at = excluded.at""";
        jdbc.sql(sql)
                .param("workspace", entries.getFirst().workspace().value())
                .param("n", n)
                .param("automation", entries.getFirst().automation().value())
                .param("step", step.kind().word())
                .param("entries", column(entries, Entry::id))
                .param("contacts", column(entries, Entry::contact))
                .param(
                        "outcomes",
                        column(entries, each -> of(each, progress).outcome().word()))
                .param("details", column(entries, each -> of(each, progress).detail()))
                .param("now", utc(now))
                .update();
    }

    private static Progress of(Entry entry, Map<EntryId, Progress> progress) {
        return Objects.requireNonNull(progress.get(entry.id()));
    }

    private static <T> String[] column(List<T> rows, Function<? super T, ?> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** Those of the contacts whom automations sent so many mails since. */
    Set<ContactId> gotMails(WorkspaceId workspace, List<ContactId> contacts, Instant since, int most) {
        var sql = """
                select contact_id from automation_step
                where workspace_id = ? and contact_id = any(?::uuid[]) and outcome = 'mailed' and at > ?
                group by contact_id having count(*) >= ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), column(contacts, Function.identity()), utc(since), most)
                .query((row, n) -> new ContactId(row.getObject("contact_id", UUID.class)))
                .set();
    }

    /** How many mails to operators automations of the workspace had sent since. */
    long noticesSince(WorkspaceId workspace, Instant since) {
        return jdbc.sql(
                        "select count(*) from automation_step where workspace_id = ? and outcome = 'notified' and at > ?")
                .params(workspace.value(), utc(since))
                .query(Long.class)
                .single();
    }

    /** The latest steps of an automation, newest first. */
    List<TakenStep> lines(WorkspaceId workspace, AutomationId of, int limit) {
        var latest = """
                select * from automation_step where workspace_id = :workspace and automation_id = :of
                order by at desc, entry_id desc, n desc limit :limit""";
        var sql = SELECT.formatted(latest) + " order by s.at desc, s.entry_id desc, s.n desc";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("of", of.value())
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** The steps of these passages, each in their order. */
    Map<EntryId, List<TakenStep>> steps(WorkspaceId workspace, List<EntryId> passages) {
        var taken =
                "select * from automation_step where workspace_id = :workspace and entry_id = any(:passages::uuid[])";
        var sql = SELECT.formatted(taken) + " order by s.entry_id, s.n";
        Map<EntryId, List<TakenStep>> steps = new HashMap<>();
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("passages", passages.stream().map(EntryId::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> steps.computeIfAbsent(
                                new EntryId(row.getObject("entry_id", UUID.class)), unseen -> new ArrayList<>())
                        .add(line(row, 0)));
        return steps;
    }

    private TakenStep line(ResultSet row, int n) throws SQLException {
        return new TakenStep(
                new AutomationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                json.readValue(row.getString("step"), Step.class),
                StepOutcome.of(row.getString("outcome")),
                row.getString("detail"),
                instant(row, "at"));
    }

    /** Nothing of those that nobody has entered. */
    Map<AutomationId, Attendance> attendance(WorkspaceId workspace, Optional<AutomationId> of) {
        var sql = """
                select automation_id, count(*) filter (where state = 'inside') as inside,
                    count(*) filter (where state = 'finished') as finished
                from automation_entry
                where workspace_id = :workspace and (:of::uuid is null or automation_id = :of::uuid)
                group by automation_id""";
        Map<AutomationId, Attendance> attendance = new HashMap<>();
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("of", of.map(AutomationId::toString).orElse(null))
                .query((RowCallbackHandler) row -> attendance.put(
                        new AutomationId(row.getObject("automation_id", UUID.class)),
                        new Attendance(row.getLong("inside"), row.getLong("finished"))));
        return attendance;
    }

    /** Those whose turn is next, first. */
    List<Insider> inside(WorkspaceId workspace, AutomationId id, int limit) {
        var sql = """
                select e.contact_id, v.definition -> 'steps' -> e.step as step, e.due_at, e.entered_at, e.version
                from automation_entry e
                join automation_version v on v.workspace_id = e.workspace_id and v.automation_id = e.automation_id
                    and v.version = e.version
                where e.workspace_id = ? and e.automation_id = ? and e.state = 'inside'
                order by e.due_at, e.id limit ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), id.value(), limit)
                .query((row, n) -> new Insider(
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        json.readValue(row.getString("step"), Step.class),
                        instant(row, "due_at"),
                        instant(row, "entered_at"),
                        row.getInt("version")))
                .list();
    }
}

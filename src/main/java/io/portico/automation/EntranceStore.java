package io.portico.automation;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who may enter which automations. */
@Component
class EntranceStore {
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

    /** A contact on the threshold. */
    record Newcomer(EntryId id, ContactId contact, int depth) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EntranceStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    /**
     * Lets those in who are not inside, and were not before or may enter again; answers how many. Whose way was stopped is
     * as if never inside: they come back because they are invited anew.
     */
    int enter(Open into, List<Newcomer> newcomers, Instant now) {
        var sql = """
                insert into automation_entry
                    (workspace_id, id, automation_id, version, contact_id, state, due_at, depth, entered_at)
                select :workspace, n.id, :automation, :version, n.contact_id, 'inside', :now, n.depth, :now
                from unnest(:ids::uuid[], :contacts::uuid[], :depths::int[]) as n (id, contact_id, depth)
                where not exists (select from automation_entry e where e.workspace_id = :workspace
                    and e.automation_id = :automation and e.contact_id = n.contact_id
                    and e.state <> 'stopped' and (:never or e.entered_at > :since))
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

    /** Members behind that one, in the order of their ids, not seen since that day who are not inside, and have not entered since. */
    List<ContactId> unseen(Open of, LocalDate since, Instant enteredSince, ContactId after, int most) {
        return notInside(of, "c.joined_at is not null and c.last_seen_on < :since", since, enteredSince, after, most);
    }

    /** Those invited before then, for the last time, who have not joined; else as {@link #unseen}. */
    List<ContactId> unanswered(Open of, Instant since, Instant enteredSince, ContactId after, int most) {
        var condition = """
                c.joined_at is null and exists (select from invitation i where i.workspace_id = c.workspace_id
                    and i.contact_id = c.id and i.state = 'pending' and i.last_sent_at < :since)""";
        return notInside(of, condition, utc(since), enteredSince, after, most);
    }

    private List<ContactId> notInside(
            Open of, String condition, Object since, Instant enteredSince, ContactId after, int most) {
        var sql = """
                select c.id from contact c
                where c.workspace_id = :workspace and c.id > :after and c.disabled_at is null and %s
                    and not exists (select from automation_entry e where e.workspace_id = c.workspace_id
                        and e.automation_id = :automation and e.contact_id = c.id
                        and e.state <> 'stopped' and (:never or e.state = 'inside' or e.entered_at > :entered))
                order by c.id limit :most""".formatted(condition);
        return jdbc.sql(sql)
                .param("workspace", of.workspace().value())
                .param("since", since)
                .param("after", after.value())
                .param("automation", of.id().value())
                .param("entered", utc(enteredSince))
                .param("never", of.definition().again().isZero())
                .param("most", most)
                .query((row, n) -> new ContactId(row.getObject("id", UUID.class)))
                .list();
    }
}

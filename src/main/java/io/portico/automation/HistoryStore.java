package io.portico.automation;

import static io.portico.tenancy.Timestamps.instant;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class HistoryStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<EntryLine> lines(WorkspaceId workspace, Optional<ContactId> contact, Optional<AutomationId> of, int limit) {
        var sql = """
                select a.id, a.name, s.contact_id, v.definition -> 'steps' -> s.n as step, s.outcome, s.detail, s.at
                from automation_step s
                join automation_entry e on e.workspace_id = s.workspace_id and e.id = s.entry_id
                join automation a on a.workspace_id = e.workspace_id and a.id = e.automation_id
                join automation_version v on v.workspace_id = e.workspace_id and v.automation_id = e.automation_id
                    and v.version = e.version
                where s.workspace_id = :workspace
                    and (:contact::uuid is null or s.contact_id = :contact::uuid)
                    and (:of::uuid is null or e.automation_id = :of::uuid)
                order by s.at desc, e.id desc, s.n desc limit :limit""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("contact", contact.map(ContactId::toString).orElse(null))
                .param("of", of.map(AutomationId::toString).orElse(null))
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    private EntryLine line(ResultSet row, int n) throws SQLException {
        return new EntryLine(
                new AutomationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                json.readValue(row.getString("step"), Step.class),
                StepOutcome.of(row.getString("outcome")),
                row.getString("detail"),
                instant(row, "at"));
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

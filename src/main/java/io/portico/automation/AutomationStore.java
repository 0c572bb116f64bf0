package io.portico.automation;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AutomationStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AutomationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Automation> all(WorkspaceId workspace) {
        var sql = """
                select a.*,
                    (select count(*) from automation_entry e where e.workspace_id = a.workspace_id
                        and e.automation_id = a.id and e.state = 'inside') as inside,
                    (select count(*) from automation_entry e where e.workspace_id = a.workspace_id
                        and e.automation_id = a.id and e.state = 'finished') as finished
                from automation a where a.workspace_id = ? order by a.created_at""";
        return jdbc.sql(sql)
                .param(workspace.value())
                .query(AutomationStore::automation)
                .list();
    }

    private static Automation automation(ResultSet row, int n) throws SQLException {
        return new Automation(
                new AutomationId(row.getObject("id", UUID.class)),
                Recipe.of(row.getString("recipe")),
                AutomationState.of(row.getString("state")),
                row.getInt("version"),
                row.getLong("inside"),
                row.getLong("finished"));
    }

    /** False when the workspace has it already. */
    boolean insert(WorkspaceId workspace, AutomationId id, Recipe recipe, Instant now) {
        var sql = """
                insert into automation (workspace_id, id, recipe, state, version, created_at)
                values (?, ?, ?, 'active', 1, ?) on conflict do nothing""";
        return jdbc.sql(sql)
                        .params(workspace.value(), id.value(), recipe.word(), utc(now))
                        .update()
                == 1;
    }

    void insertVersion(WorkspaceId workspace, AutomationId id, int version, Definition definition) {
        var sql = """
                insert into automation_version (workspace_id, automation_id, version, definition)
                values (?, ?, ?, ?::jsonb)""";
        jdbc.sql(sql)
                .params(workspace.value(), id.value(), version, json.writeValueAsString(definition))
                .update();
    }

    /** False when it is so already, or not there. */
    boolean become(WorkspaceId workspace, AutomationId id, AutomationState state) {
        return jdbc.sql("update automation set state = ? where workspace_id = ? and id = ? and state <> ?")
                        .params(state.word(), workspace.value(), id.value(), state.word())
                        .update()
                == 1;
    }

    List<EntryLine> history(WorkspaceId workspace, Optional<ContactId> contact, Optional<AutomationId> of, int limit) {
        var sql = """
                select a.recipe, s.contact_id, s.step, s.outcome, s.at from automation_step s
                join automation_entry e on e.workspace_id = s.workspace_id and e.id = s.entry_id
                join automation a on a.workspace_id = e.workspace_id and a.id = e.automation_id
                where s.workspace_id = :workspace
                    and (:contact::uuid is null or s.contact_id = :contact::uuid)
                    and (:of::uuid is null or e.automation_id = :of::uuid)
                order by s.at desc, s.n desc limit :limit""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("contact", contact.map(ContactId::toString).orElse(null))
                .param("of", of.map(AutomationId::toString).orElse(null))
                .param("limit", limit)
                .query((row, n) -> new EntryLine(
                        Recipe.of(row.getString("recipe")),
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getString("step"),
                        StepOutcome.of(row.getString("outcome")),
                        instant(row, "at")))
                .list();
    }
}

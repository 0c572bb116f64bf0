package io.portico.automation;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.AutomationId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AutomationStore {
    private static final String SELECT = """
            select a.*, v.definition as live
            from automation a left join automation_version v
                on v.workspace_id = a.workspace_id and v.automation_id = a.id and v.version = a.version
            where a.workspace_id = ?""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AutomationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Automation> all(WorkspaceId workspace) {
        return jdbc.sql(SELECT + " order by a.created_at, a.id")
                .param(workspace.value())
                .query(this::automation)
                .list();
    }

    Optional<Automation> find(WorkspaceId workspace, AutomationId id) {
        return jdbc.sql(SELECT + " and a.id = ?")
                .params(workspace.value(), id.value())
                .query(this::automation)
                .optional();
    }

    /** What an automation does in its draft or in a version. */
    record InUse(AutomationId id, String name, Definition definition) {}

    /** The drafts, what contacts enter by, and what some inside still go by. */
    List<InUse> inUse(WorkspaceId workspace) {
        var sql = """
                select a.id, a.name, d.definition from automation a cross join lateral (
                    select a.draft as definition
                    union all
                    select v.definition from automation_version v
                    where v.workspace_id = a.workspace_id and v.automation_id = a.id and (v.version = a.version
                        or exists (select from automation_entry e where e.workspace_id = a.workspace_id
                            and e.automation_id = a.id and e.state = 'inside' and e.version = v.version))) d
                where a.workspace_id = ? order by a.created_at, a.id""";
        return jdbc.sql(sql)
                .param(workspace.value())
                .query((row, n) -> new InUse(
                        new AutomationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        read(row.getString("definition"))))
                .list();
    }

    /** Holds the automation until the transaction ends; false when there is none. */
    boolean lock(WorkspaceId workspace, AutomationId id) {
        return !jdbc.sql("select id from automation where workspace_id = ? and id = ? for update")
                .params(workspace.value(), id.value())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /** Holds the workspace, so that two that are made at once count each other. */
    long count(WorkspaceId workspace) {
        jdbc.sql("select id from workspace where id = ? for no key update")
                .param(workspace.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from automation where workspace_id = ?")
                .param(workspace.value())
                .query(Long.class)
                .single();
    }

    private Automation automation(ResultSet row, int n) throws SQLException {
        return new Automation(
                new AutomationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("recipe")).flatMap(Recipe::parse),
                AutomationState.of(row.getString("state")),
                row.getInt("version"),
                row.getInt("edition"),
                read(row.getString("draft")),
                Optional.ofNullable(row.getString("live")).map(this::read),
                row.getBytes("hook_hash") != null,
                instant(row, "created_at"));
    }

    private Definition read(String definition) {
        return json.readValue(definition, Definition.class);
    }

    /** False when the workspace has one of this recipe already. */
    boolean insert(
            WorkspaceId workspace,
            AutomationId id,
            String name,
            @Nullable Recipe recipe,
            Definition draft,
            Instant now) {
        var sql = """
                insert into automation (workspace_id, id, name, recipe, state, draft, created_at)
                values (:workspace, :id, :name, :recipe, 'draft', :draft::jsonb, :now)
                on conflict (workspace_id, recipe) do nothing""";
        return jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .param("name", name)
                        .param("recipe", recipe == null ? null : recipe.word())
                        .param("draft", json.writeValueAsString(draft))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** False when the draft is another edition by now. */
    boolean edit(WorkspaceId workspace, AutomationId id, int edition, String name, Definition draft) {
        var sql = """
                update automation set name = ?, draft = ?::jsonb, edition = edition + 1
                where workspace_id = ? and id = ? and edition = ?""";
        return jdbc.sql(sql)
                        .params(name, json.writeValueAsString(draft), workspace.value(), id.value(), edition)
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
        jdbc.sql("update automation set version = ? where workspace_id = ? and id = ?")
                .params(version, workspace.value(), id.value())
                .update();
    }

    /** What happens from now on triggers it. */
    void activate(WorkspaceId workspace, AutomationId id) {
        jdbc.sql(
                        "update automation set state = 'active', begins = pg_current_xact_id() where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .update();
    }

    void pause(WorkspaceId workspace, AutomationId id) {
        jdbc.sql("update automation set state = 'paused' where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .update();
    }

    void delete(WorkspaceId workspace, AutomationId id) {
        jdbc.sql("delete from automation where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .update();
    }
}

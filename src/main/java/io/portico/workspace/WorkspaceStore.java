package io.portico.workspace;

import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WorkspaceStore {
    private static final String COLUMNS = "w.id, w.slug, w.name, w.language, w.time_zone, w.accent, w.suspended_at";

    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Workspace> find(WorkspaceId id) {
        return jdbc.sql("select " + COLUMNS + " from workspace w where id = ?")
                .param(id.value())
                .query(WorkspaceStore::workspace)
                .optional();
    }

    Optional<Workspace> lock(WorkspaceId id) {
        return jdbc.sql("select " + COLUMNS + " from workspace w where id = ? for no key update")
                .param(id.value())
                .query(WorkspaceStore::workspace)
                .optional();
    }

    Optional<Workspace> withSlug(Slug slug) {
        return jdbc.sql("select " + COLUMNS + " from workspace w where slug = ?")
                .param(slug.value())
                .query(WorkspaceStore::workspace)
                .optional();
    }

    List<WorkspaceId> all() {
        return jdbc.sql("select id from workspace order by id")
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Workspace> of(OperatorId operator) {
        var sql = """
                select %s from workspace w
                join workspace_operator o on o.workspace_id = w.id
                where o.operator_id = ? order by lower(w.name), w.id""".formatted(COLUMNS);
        return jdbc.sql(sql)
                .param(operator.value())
                .query(WorkspaceStore::workspace)
                .list();
    }

    /** False when the sub-domain is taken, or was another workspace's before. */
    boolean insert(WorkspaceId id, NewWorkspace wanted, Instant now) {
        var sql = """
                with taken as (
                    insert into sub_domain (slug, workspace_id, changed_at)
                    values (:slug, :id, :now) on conflict (slug) do nothing
                    returning slug
                )
                insert into workspace (id, slug, name, language, time_zone, created_at)
                select :id, slug, :name, :language, :zone, :now from taken
                on conflict (slug) do nothing""";
        return jdbc.sql(sql)
                        .param("id", id.value())
                        .param("slug", wanted.slug().value())
                        .param("name", wanted.name())
                        .param("language", wanted.language().tag())
                        .param("zone", wanted.timeZone().getId())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void change(WorkspaceId id, WorkspaceDetails details) {
        jdbc.sql("update workspace set name = ?, language = ?, time_zone = ?, accent = ? where id = ?")
                .params(
                        details.name(),
                        details.language().tag(),
                        details.timeZone().getId(),
                        details.accent().value(),
                        id.value())
                .update();
    }

    /** Adds an operator, or gives one who is there the role. */
    void addOperator(WorkspaceId id, OperatorId operator, Role role, Instant now) {
        var sql = """
                insert into workspace_operator (workspace_id, operator_id, role, joined_at) values (?, ?, ?, ?)
                on conflict (workspace_id, operator_id) do update set role = excluded.role""";
        jdbc.sql(sql)
                .params(id.value(), operator.value(), role.word(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Workspace workspace(ResultSet row, int n) throws SQLException {
        return new Workspace(
                new WorkspaceId(row.getObject("id", UUID.class)),
                new Slug(row.getString("slug")),
                row.getString("name"),
                Language.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                new Accent(row.getString("accent")),
                row.getObject("suspended_at") != null);
    }
}

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
    private static final String COLUMNS =
            "w.id, w.slug, w.name, w.language, w.time_zone, w.accent, w.brand, w.suspended_at";

    private final JdbcClient jdbc;
    private final BrandStore brands;
    private final RecentWorkspaces recent;

    WorkspaceStore(JdbcClient jdbc, BrandStore brands, RecentWorkspaces recent) {
        this.jdbc = jdbc;
        this.brands = brands;
        this.recent = recent;
    }

    Optional<Workspace> find(WorkspaceId id) {
        return jdbc.sql("select " + COLUMNS + " from workspace w where id = ?")
                .param(id.value())
                .query(this::workspace)
                .optional();
    }

    Optional<Workspace> findRecent(WorkspaceId id) {
        return recent.get(id, this::find);
    }

    Optional<Workspace> lock(WorkspaceId id) {
        return jdbc.sql("select " + COLUMNS + " from workspace w where id = ? for no key update")
                .param(id.value())
                .query(this::workspace)
                .optional();
    }

    Optional<Workspace> withSlug(Slug slug) {
        return jdbc.sql("select " + COLUMNS + " from workspace w where slug = ?")
                .param(slug.value())
                .query(this::workspace)
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
        return jdbc.sql(sql).param(operator.value()).query(this::workspace).list();
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
        recent.forget(id);
        var sql = """
                update workspace set name = :name, language = :language, time_zone = :zone, accent = :accent,
                    brand = brand || jsonb_build_object('name', :name, 'accent', :accent)
                where id = :id""";
        jdbc.sql(sql)
                .param("name", details.name())
                .param("language", details.language().tag())
                .param("zone", details.timeZone().getId())
                .param("accent", details.accent().value())
                .param("id", id.value())
                .update();
    }

    boolean suspend(WorkspaceId id, Instant now) {
        recent.forget(id);
        return jdbc.sql("update workspace set suspended_at = ? where id = ? and suspended_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), id.value())
                        .update()
                == 1;
    }

    boolean resume(WorkspaceId id, Instant now) {
        recent.forget(id);
        var sql = "update workspace set suspended_at = null, resumed_at = ? where id = ? and suspended_at is not null";
        return jdbc.sql(sql).params(now.atOffset(ZoneOffset.UTC), id.value()).update() == 1;
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

    private Workspace workspace(ResultSet row, int n) throws SQLException {
        return new Workspace(
                new WorkspaceId(row.getObject("id", UUID.class)),
                new Slug(row.getString("slug")),
                Language.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                brands.of(row.getString("name"), row.getString("accent"), row.getString("brand")),
                row.getObject("suspended_at") != null);
    }
}

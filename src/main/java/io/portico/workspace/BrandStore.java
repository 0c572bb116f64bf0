package io.portico.workspace;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class BrandStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecentWorkspaces recent;

    BrandStore(JdbcClient jdbc, JsonMapper json, RecentWorkspaces recent) {
        this.jdbc = jdbc;
        this.json = json;
        this.recent = recent;
    }

    Brand published(WorkspaceId workspace) {
        return published(workspace, "");
    }

    /** As it is published, which nobody else changes until the transaction ends. */
    Brand hold(WorkspaceId workspace) {
        return published(workspace, " for no key update");
    }

    private Brand published(WorkspaceId workspace, String locking) {
        return jdbc.sql("select name, accent, brand from workspace where id = ?" + locking)
                .param(workspace.value())
                .query((row, n) -> of(row.getString("name"), row.getString("accent"), row.getString("brand")))
                .single();
    }

    /** Of a workspace's columns; one that has published nothing yet has its name and the usual colour. */
    Brand of(String name, String accent, @Nullable String brand) {
        return brand == null ? Brand.of(name, new Accent(accent)) : json.readValue(brand, Brand.class);
    }

    Optional<Brand> draft(WorkspaceId workspace) {
        return jdbc.sql("select brand from brand_draft where workspace_id = ?")
                .param(workspace.value())
                .query((row, n) -> json.readValue(row.getString(1), Brand.class))
                .optional();
    }

    void saveDraft(WorkspaceId workspace, Brand brand, Instant now) {
        var sql = """
                insert into brand_draft (workspace_id, brand, changed_at) values (?, ?::jsonb, ?)
                on conflict (workspace_id) do update set brand = excluded.brand, changed_at = excluded.changed_at""";
        jdbc.sql(sql)
                .params(workspace.value(), json.writeValueAsString(brand), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean dropDraft(WorkspaceId workspace) {
        return jdbc.sql("delete from brand_draft where workspace_id = ?")
                        .param(workspace.value())
                        .update()
                > 0;
    }

    void publish(WorkspaceId workspace, Brand brand) {
        recent.forget(workspace);
        jdbc.sql("update workspace set name = ?, accent = ?, brand = ?::jsonb where id = ?")
                .params(brand.name(), brand.accent().value(), json.writeValueAsString(brand), workspace.value())
                .update();
        dropDraft(workspace);
    }
}

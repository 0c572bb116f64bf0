package io.portico.workspace;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SubDomainStore {
    private final JdbcClient jdbc;
    private final RecentWorkspaces recent;

    SubDomainStore(JdbcClient jdbc, RecentWorkspaces recent) {
        this.jdbc = jdbc;
        this.recent = recent;
    }

    /** The sub-domain the workspace is at; nobody else changes it until this transaction ends. */
    Slug hold(WorkspaceId workspace) {
        return new Slug(jdbc.sql("select slug from workspace where id = ? for update")
                .param(workspace.value())
                .query(String.class)
                .single());
    }

    /** False when it is, or was, another workspace's. The primary key decides between two who ask at once. */
    boolean take(WorkspaceId workspace, Slug slug, Instant now) {
        var sql = """
                insert into sub_domain (slug, workspace_id, changed_at)
                select :slug, :workspace, :now
                where not exists (select from workspace where slug = :slug and id <> :workspace)
                on conflict (slug) do nothing""";
        int taken = jdbc.sql(sql)
                .param("slug", slug.value())
                .param("workspace", workspace.value())
                .param("now", utc(now))
                .update();
        return taken == 1 || isOf(workspace, slug);
    }

    boolean isOf(WorkspaceId workspace, Slug slug) {
        var sql = "select exists (select from sub_domain where slug = ? and workspace_id = ?)";
        return jdbc.sql(sql)
                .params(slug.value(), workspace.value())
                .query(Boolean.class)
                .single();
    }

    /** How many the workspace has, the one it is at included. */
    int count(WorkspaceId workspace) {
        return jdbc.sql("select count(*) from sub_domain where workspace_id = ?")
                .param(workspace.value())
                .query(Integer.class)
                .single();
    }

    void move(WorkspaceId workspace, Slug to) {
        recent.forget(workspace);
        jdbc.sql("update workspace set slug = ? where id = ?")
                .params(to.value(), workspace.value())
                .update();
    }

    boolean isTakenFrom(WorkspaceId workspace, Slug slug) {
        var sql = """
                select exists (select from sub_domain where slug = :slug and workspace_id <> :workspace)
                    or exists (select from workspace where slug = :slug and id <> :workspace)""";
        return jdbc.sql(sql)
                .param("slug", slug.value())
                .param("workspace", workspace.value())
                .query(Boolean.class)
                .single();
    }

    Map<String, WorkspaceId> takenSince(Instant since) {
        Map<String, WorkspaceId> taken = new HashMap<>();
        jdbc.sql("select slug, workspace_id from sub_domain where changed_at > ?")
                .param(utc(since))
                .query(row -> {
                    taken.put(row.getString("slug"), new WorkspaceId(row.getObject("workspace_id", UUID.class)));
                });
        return taken;
    }

    Optional<WorkspaceId> ownerOf(String name) {
        return jdbc.sql("select workspace_id from sub_domain where slug = ?")
                .param(name)
                .query((row, n) -> new WorkspaceId(row.getObject("workspace_id", UUID.class)))
                .optional();
    }
}

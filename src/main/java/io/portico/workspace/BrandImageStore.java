package io.portico.workspace;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BrandImageStore {
    private final JdbcClient jdbc;

    BrandImageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(WorkspaceId workspace, String hash) {
        return jdbc.sql("select content from brand_image where workspace_id = ? and hash = ?")
                .params(workspace.value(), hash)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void insert(WorkspaceId workspace, String hash, byte[] content, Instant now) {
        var sql = """
                insert into brand_image (workspace_id, hash, content, created_at) values (?, ?, ?, ?)
                on conflict (workspace_id, hash) do nothing""";
        jdbc.sql(sql)
                .params(workspace.value(), hash, content, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that these are shown at this instant. */
    void publish(WorkspaceId workspace, Collection<String> hashes, Instant now) {
        jdbc.sql("update brand_image set shown_at = ? where workspace_id = ? and hash = any (?)")
                .params(now.atOffset(ZoneOffset.UTC), workspace.value(), hashes.toArray(String[]::new))
                .update();
    }

    /** Deletes all but these, and those that were shown and then published anew since this instant. */
    void sweep(WorkspaceId workspace, Collection<String> shown, Instant before) {
        var sql = """
                delete from brand_image where workspace_id = ? and hash <> all (?)
                    and (shown_at is null or shown_at < ?)""";
        jdbc.sql(sql)
                .params(workspace.value(), shown.toArray(String[]::new), before.atOffset(ZoneOffset.UTC))
                .update();
    }
}

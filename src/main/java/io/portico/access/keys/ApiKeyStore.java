package io.portico.access.keys;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;
import static io.portico.tenancy.Timestamps.utcOrNull;

import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApiKeyStore {
    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiKey key, byte[] hash) {
        var sql = """
                insert into api_key (workspace_id, id, name, hint, token_hash, scopes, created_by, created_at, expires_at)
                values (:workspace, :id, :name, :hint, :hash, :scopes, :by, :now, :end)""";
        jdbc.sql(sql)
                .param("workspace", key.workspace().value())
                .param("id", key.id().value())
                .param("name", key.name())
                .param("hint", key.hint())
                .param("hash", hash)
                .param(
                        "scopes",
                        key.scopes().stream().map(ApiScope::text).sorted().toArray(String[]::new))
                .param("by", key.madeBy().map(OperatorId::value).orElse(null))
                .param("now", utc(key.createdAt()))
                .param("end", utcOrNull(key.expiresAt().orElse(null)))
                .update();
    }

    /** The live key of this hash, of whichever workspace that is not suspended. */
    Optional<ApiKey> live(byte[] hash, Instant now) {
        var sql = """
                select k.* from api_key k join workspace w on w.id = k.workspace_id
                where k.token_hash = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)
                    and w.suspended_at is null""";
        return jdbc.sql(sql).params(hash, utc(now)).query(ApiKeyStore::key).optional();
    }

    /** Whether there is such a key, dead or alive. */
    boolean knows(WorkspaceId workspace, byte[] hash) {
        return jdbc.sql("select exists (select from api_key where workspace_id = ? and token_hash = ?)")
                .params(workspace.value(), hash)
                .query(Boolean.class)
                .single();
    }

    /** Live ones first, the newest of each first. */
    List<ApiKey> of(WorkspaceId workspace, Instant now, int limit) {
        var sql = """
                select * from api_key where workspace_id = ?
                order by revoked_at is not null or expires_at <= ?, created_at desc, id limit ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), utc(now), limit)
                .query(ApiKeyStore::key)
                .list();
    }

    List<ApiKey> liveMadeBy(WorkspaceId workspace, OperatorId operator, Instant now) {
        var sql = """
                select * from api_key
                where workspace_id = ? and created_by = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                order by created_at desc, id""";
        return jdbc.sql(sql)
                .params(workspace.value(), operator.value(), utc(now))
                .query(ApiKeyStore::key)
                .list();
    }

    int countLive(WorkspaceId workspace, Instant now) {
        var sql = """
                select count(*) from api_key
                where workspace_id = ? and revoked_at is null and (expires_at is null or expires_at > ?)""";
        return jdbc.sql(sql)
                .params(workspace.value(), utc(now))
                .query(Integer.class)
                .single();
    }

    Optional<ApiKey> revoke(WorkspaceId workspace, ApiKeyId id, Instant now) {
        var sql = """
                update api_key set revoked_at = ? where workspace_id = ? and id = ? and revoked_at is null
                returning *""";
        return jdbc.sql(sql)
                .params(utc(now), workspace.value(), id.value())
                .query(ApiKeyStore::key)
                .optional();
    }

    Optional<ApiKey> find(WorkspaceId workspace, ApiKeyId id) {
        return jdbc.sql("select * from api_key where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(ApiKeyStore::key)
                .optional();
    }

    void touch(WorkspaceId workspace, ApiKeyId id, Instant now) {
        jdbc.sql("update api_key set last_used_at = ? where workspace_id = ? and id = ?")
                .params(utc(now), workspace.value(), id.value())
                .update();
    }

    Map<ApiKeyId, String> names(WorkspaceId workspace, Set<ApiKeyId> ids) {
        Map<ApiKeyId, String> names = new HashMap<>();
        jdbc.sql("select id, name from api_key where workspace_id = ? and id = any(?)")
                .params(workspace.value(), ids.stream().map(ApiKeyId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> names.put(new ApiKeyId(row.getObject("id", UUID.class)), row.getString("name")));
        return names;
    }

    private static ApiKey key(ResultSet row, int n) throws SQLException {
        return new ApiKey(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new ApiKeyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("hint"),
                ApiScope.ofTexts((String[]) row.getArray("scopes").getArray()),
                Optional.ofNullable(row.getObject("created_by", UUID.class)).map(OperatorId::new),
                instant(row, "created_at"),
                Optional.ofNullable(instantOrNull(row, "expires_at")),
                Optional.ofNullable(instantOrNull(row, "last_used_at")),
                Optional.ofNullable(instantOrNull(row, "revoked_at")));
    }
}

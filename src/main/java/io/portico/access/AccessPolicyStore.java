package io.portico.access;

import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccessPolicyStore {
    private final JdbcClient jdbc;

    AccessPolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccessPolicy find(WorkspaceId workspace) {
        return jdbc.sql("select * from access_policy where workspace_id = ?")
                .param(workspace.value())
                .query(AccessPolicyStore::policy)
                .optional()
                .orElse(AccessPolicy.USUAL);
    }

    /** The policy as it is, which nobody else changes until the transaction ends. */
    AccessPolicy hold(WorkspaceId workspace) {
        jdbc.sql("select id from workspace where id = ? for no key update")
                .param(workspace.value())
                .query((row, n) -> n)
                .list();
        return find(workspace);
    }

    void save(WorkspaceId workspace, AccessPolicy policy) {
        var sql = """
                insert into access_policy (workspace_id, %1$s) values (:workspace, :%2$s)
                on conflict (workspace_id) do update set (%1$s) = row (:%2$s)""".formatted(all(", "), all(", :"));
        var statement = jdbc.sql(sql).param("workspace", workspace.value());
        for (Lifetime each : Lifetime.values()) {
            statement = statement.param(each.column(), policy.of(each).toSeconds());
        }
        statement.update();
    }

    private static String all(String separator) {
        return Arrays.stream(Lifetime.values()).map(Lifetime::column).collect(Collectors.joining(separator));
    }

    private static AccessPolicy policy(ResultSet row, int n) throws SQLException {
        Map<Lifetime, Duration> lifetimes = new EnumMap<>(Lifetime.class);
        for (Lifetime each : Lifetime.values()) {
            lifetimes.put(each, Duration.ofSeconds(row.getLong(each.column())));
        }
        return new AccessPolicy(lifetimes);
    }
}

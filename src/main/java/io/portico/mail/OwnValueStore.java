package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OwnValueStore {
    private final JdbcClient jdbc;

    OwnValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnValue> all(WorkspaceId workspace) {
        return jdbc.sql("select key, value from custom_value where workspace_id = ? order by key")
                .param(workspace.value())
                .query((row, n) -> new OwnValue(row.getString("key"), row.getString("value")))
                .list();
    }

    Optional<OwnValue> find(WorkspaceId workspace, String key) {
        return jdbc.sql("select key, value from custom_value where workspace_id = ? and key = ?")
                .params(workspace.value(), key)
                .query((row, n) -> new OwnValue(row.getString("key"), row.getString("value")))
                .optional();
    }

    /** Whoever adds waits here for others who do, so that the limit holds. */
    int countAlone(WorkspaceId workspace) {
        jdbc.sql("select id from workspace where id = ? for no key update")
                .param(workspace.value())
                .query()
                .listOfRows();
        return jdbc.sql("select count(*) from custom_value where workspace_id = ?")
                .param(workspace.value())
                .query(Integer.class)
                .single();
    }

    boolean insert(WorkspaceId workspace, OwnValue wanted, Instant now) {
        var sql = "insert into custom_value (workspace_id, key, value, changed_at) values (?, ?, ?, ?) "
                + "on conflict do nothing";
        return jdbc.sql(sql)
                        .params(workspace.value(), wanted.key(), wanted.value(), now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean update(WorkspaceId workspace, OwnValue wanted, Instant now) {
        return jdbc.sql("update custom_value set value = ?, changed_at = ? where workspace_id = ? and key = ?")
                        .params(wanted.value(), now.atOffset(ZoneOffset.UTC), workspace.value(), wanted.key())
                        .update()
                == 1;
    }

    /** Nobody begins to use it until the transaction ends. */
    boolean lock(WorkspaceId workspace, String key) {
        return jdbc.sql("select key from custom_value where workspace_id = ? and key = ? for update")
                .params(workspace.value(), key)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Nobody deletes them until the transaction ends; returns those that are there. */
    List<String> hold(WorkspaceId workspace, Collection<String> keys) {
        return jdbc.sql("select key from custom_value where workspace_id = ? and key = any (?) order by key for share")
                .params(workspace.value(), keys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void delete(WorkspaceId workspace, String key) {
        jdbc.sql("delete from custom_value where workspace_id = ? and key = ?")
                .params(workspace.value(), key)
                .update();
    }
}

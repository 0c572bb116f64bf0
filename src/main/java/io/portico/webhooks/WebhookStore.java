package io.portico.webhooks;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.webhooks.calls.CallTarget;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WebhookStore {
    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all(WorkspaceId workspace) {
        return jdbc.sql("select * from webhook where workspace_id = ? order by created_at, id")
                .param(workspace.value())
                .query(WebhookStore::webhook)
                .list();
    }

    Optional<Webhook> find(WorkspaceId workspace, WebhookId id) {
        return jdbc.sql("select * from webhook where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(WebhookStore::webhook)
                .optional();
    }

    /** The webhook, with its row held until the transaction ends. */
    Optional<Webhook> lock(WorkspaceId workspace, WebhookId id) {
        return jdbc.sql("select * from webhook where workspace_id = ? and id = ? for update")
                .params(workspace.value(), id.value())
                .query(WebhookStore::webhook)
                .optional();
    }

    /** Holds the workspace, so that two that are added at once count each other. */
    long count(WorkspaceId workspace) {
        jdbc.sql("select id from workspace where id = ? for no key update")
                .param(workspace.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from webhook where workspace_id = ?")
                .param(workspace.value())
                .query(Long.class)
                .single();
    }

    void insert(WorkspaceId workspace, WebhookId id, NewWebhook wanted, byte[] secret, Instant now) {
        var sql = """
                insert into webhook (workspace_id, id, url, name, events, state, secret, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""";
        jdbc.sql(sql)
                .params(
                        workspace.value(),
                        id.value(),
                        wanted.target().toString(),
                        wanted.name(),
                        types(wanted.events()),
                        WebhookState.ACTIVE.word(),
                        secret,
                        utc(now))
                .update();
    }

    void change(WorkspaceId workspace, WebhookId id, NewWebhook wanted) {
        jdbc.sql("update webhook set url = ?, name = ?, events = ? where workspace_id = ? and id = ?")
                .params(
                        wanted.target().toString(),
                        wanted.name(),
                        types(wanted.events()),
                        workspace.value(),
                        id.value())
                .update();
    }

    /** When it is activated after it was given up, older failures count no more. */
    void become(WorkspaceId workspace, WebhookId id, WebhookState state, Optional<DisabledBecause> because) {
        var sql = """
                update webhook set state = :state, reason = :reason,
                    failing_since = case when state = 'disabled' then null else failing_since end
                where workspace_id = :workspace and id = :id""";
        jdbc.sql(sql)
                .param("state", state.word())
                .param("reason", because.map(DisabledBecause::word).orElse(null))
                .param("workspace", workspace.value())
                .param("id", id.value())
                .update();
    }

    Optional<byte[]> secret(WorkspaceId workspace, WebhookId id) {
        return jdbc.sql("select secret from webhook where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query((row, n) -> row.getBytes("secret"))
                .optional();
    }

    void rotate(WorkspaceId workspace, WebhookId id, byte[] secret, Instant formerUntil) {
        var sql = """
                update webhook set former_secret = secret, former_secret_until = ?, secret = ?
                where workspace_id = ? and id = ?""";
        jdbc.sql(sql)
                .params(utc(formerUntil), secret, workspace.value(), id.value())
                .update();
    }

    void delete(WorkspaceId workspace, WebhookId id) {
        jdbc.sql("delete from webhook where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .update();
    }

    private static String[] types(Set<WebhookEvent> events) {
        return events.stream().map(WebhookEvent::type).toArray(String[]::new);
    }

    private static Webhook webhook(ResultSet row, int n) throws SQLException {
        return new Webhook(
                new WebhookId(row.getObject("id", UUID.class)),
                CallTarget.parse(row.getString("url")).orElseThrow(),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("events").getArray())
                        .map(WebhookEvent::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class))),
                WebhookState.of(row.getString("state")),
                Optional.ofNullable(row.getString("reason")).map(DisabledBecause::of),
                Optional.ofNullable(instantOrNull(row, "failing_since")),
                Optional.ofNullable(instantOrNull(row, "former_secret_until")),
                instant(row, "created_at"));
    }
}

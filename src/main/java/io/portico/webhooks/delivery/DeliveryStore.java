package io.portico.webhooks.delivery;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.DeliveryId;
import io.portico.kernel.EventId;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.calls.CallFault;
import io.portico.webhooks.calls.CallResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeliveryStore {
    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> page(
            WorkspaceId workspace, WebhookId webhook, Optional<DeliveryState> state, long before, int limit) {
        var sql = """
                select * from webhook_delivery
                where workspace_id = :workspace and webhook_id = :webhook and seq < :before
                    and (:state = '' or state = :state)
                order by seq desc limit :limit""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("webhook", webhook.value())
                .param("before", before)
                .param("state", state.map(DeliveryState::word).orElse(""))
                .param("limit", limit)
                .query(DeliveryStore::delivery)
                .list();
    }

    Optional<Delivery> find(WorkspaceId workspace, DeliveryId id) {
        return jdbc.sql("select * from webhook_delivery where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(DeliveryStore::delivery)
                .optional();
    }

    Optional<String> payload(WorkspaceId workspace, EventId event) {
        return jdbc.sql("select payload from webhook_event where workspace_id = ? and id = ? and payload is not null")
                .params(workspace.value(), event.value())
                .query(String.class)
                .optional();
    }

    List<DeliveryTry> tries(WorkspaceId workspace, DeliveryId id) {
        return jdbc.sql("select * from webhook_try where workspace_id = ? and delivery_id = ? order by n desc")
                .params(workspace.value(), id.value())
                .query(DeliveryStore::tried)
                .list();
    }

    /** Holds the webhook, as whoever moves its deliveries does; false when there is none. */
    boolean holdWebhook(WorkspaceId workspace, WebhookId webhook) {
        return jdbc.sql("select id from webhook where workspace_id = ? and id = ? for update")
                .params(workspace.value(), webhook.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Puts what has ended behind its lane once more; answers whether it had ended. */
    boolean putBack(WorkspaceId workspace, DeliveryId id) {
        var sql = """
                update webhook_delivery
                set state = 'waiting', ended_at = null, first_tried_at = null, tries_before = tries
                where workspace_id = ? and id = ? and state in ('delivered', 'failed')""";
        return jdbc.sql(sql).params(workspace.value(), id.value()).update() == 1;
    }

    int putBackFailed(WorkspaceId workspace, WebhookId webhook, Instant since) {
        var sql = """
                update webhook_delivery
                set state = 'waiting', ended_at = null, first_tried_at = null, tries_before = tries
                where workspace_id = ? and webhook_id = ? and state = 'failed' and created_at >= ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), webhook.value(), utc(since))
                .update();
    }

    /** Deletes events that happened before, with their deliveries; answers how many, at most so many. */
    int deleteOlderThan(Instant moment, int most) {
        var sql = """
                delete from webhook_event e using (
                    select workspace_id, id from webhook_event where at < ? limit ?) old
                where e.workspace_id = old.workspace_id and e.id = old.id""";
        return jdbc.sql(sql).params(utc(moment), most).update();
    }

    /** Opens lanes whose open delivery was deleted. */
    int openAbandoned(Instant now) {
        var sql = """
                update webhook_delivery d set state = 'open', due_at = ?
                from (
                    select distinct on (workspace_id, webhook_id, lane) workspace_id, id from webhook_delivery w
                    where state = 'waiting' and not exists (select from webhook_delivery o
                        where o.workspace_id = w.workspace_id and o.webhook_id = w.webhook_id and o.lane = w.lane
                            and o.state = 'open')
                    order by workspace_id, webhook_id, lane, seq) next
                where d.workspace_id = next.workspace_id and d.id = next.id""";
        return jdbc.sql(sql).param(utc(now)).update();
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                new WebhookId(row.getObject("webhook_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                WebhookEvent.of(row.getString("event")),
                DeliveryState.of(row.getString("state")),
                row.getInt("tries"),
                instant(row, "created_at"),
                instant(row, "due_at"),
                Optional.ofNullable(instantOrNull(row, "ended_at")));
    }

    private static DeliveryTry tried(ResultSet row, int n) throws SQLException {
        String fault = row.getString("fault");
        CallResult result = fault == null
                ? new CallResult.Answered(row.getInt("status"), Objects.requireNonNullElse(row.getString("answer"), ""))
                : new CallResult.Unanswered(CallFault.of(fault));
        return new DeliveryTry(row.getInt("n"), instant(row, "at"), Duration.ofMillis(row.getInt("millis")), result);
    }
}

package io.portico.webhooks.delivery;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.activity.LogPosition;
import io.portico.kernel.ContactId;
import io.portico.kernel.DeliveryId;
import io.portico.kernel.EventId;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.events.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class FeedStore {
    /** Who listens to what, and from which transaction on. */
    record Listener(WorkspaceId workspace, WebhookId webhook, Set<WebhookEvent> events, long begins) {
        /** @param details may name the one webhook that is meant */
        boolean hears(WebhookEvent event, JsonNode details, LogPosition position) {
            boolean meant = event.isChosen()
                    ? events.contains(event)
                    : webhook.toString().equals(details.path("webhook").asString(""));
            return meant && position.xact() > begins;
        }
    }

    record NewEvent(WorkspaceId workspace, EventId id, Happening happening) {}

    record NewDelivery(
            WorkspaceId workspace, DeliveryId id, WebhookId webhook, EventId eventId, WebhookEvent event, UUID lane) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FeedStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Webhooks that were not given up. They are held: a delivery that ends meanwhile would not see the one that is put
     * behind it.
     */
    List<Listener> listeners(Set<WorkspaceId> workspaces) {
        var sql = """
                select workspace_id, id, events, begins::text::bigint as begins from webhook
                where workspace_id = any(?::uuid[]) and state <> 'disabled'
                order by workspace_id, id for share""";
        return jdbc.sql(sql)
                .param(workspaces.stream().map(WorkspaceId::toString).toArray(String[]::new))
                .query(FeedStore::listener)
                .list();
    }

    private static Listener listener(ResultSet row, int n) throws SQLException {
        Set<WebhookEvent> events =
                Set.copyOf(Arrays.stream((String[]) row.getArray("events").getArray())
                        .map(WebhookEvent::of)
                        .toList());
        return new Listener(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new WebhookId(row.getObject("id", UUID.class)),
                events,
                row.getLong("begins"));
    }

    void addEvents(List<NewEvent> events) {
        var sql = """
                insert into webhook_event (workspace_id, id, event, contact_id, at, details)
                values (?, ?, ?, ?, ?, ?::jsonb)""";
        batches.batchUpdate(
                sql,
                events.stream()
                        .map(each -> new Object[] {
                            each.workspace().value(),
                            each.id().value(),
                            each.happening().event().type(),
                            each.happening().contact().map(ContactId::value).orElse(null),
                            utc(each.happening().at()),
                            each.happening().details().toString()
                        })
                        .toList());
    }

    /** In the order given. The first of a lane is open unless one is already; the others wait behind it. */
    void addDeliveries(List<NewDelivery> deliveries, Instant now) {
        var sql = """
                insert into webhook_delivery
                    (workspace_id, id, webhook_id, event_id, event, lane, state, due_at, created_at)
                select f.workspace_id, f.id, f.webhook_id, f.event_id, f.event, f.lane,
                    case when row_number() over (partition by f.workspace_id, f.webhook_id, f.lane order by f.n) = 1
                        and not exists (select from webhook_delivery d where d.workspace_id = f.workspace_id
                            and d.webhook_id = f.webhook_id and d.lane = f.lane and d.state = 'open')
                        then 'open' else 'waiting' end,
                    :now, :now
                from unnest(:workspaces::uuid[], :ids::uuid[], :webhooks::uuid[], :events::uuid[], :types::text[],
                    :lanes::uuid[]) with ordinality as f (workspace_id, id, webhook_id, event_id, event, lane, n)
                order by f.n""";
        OffsetDateTime time = utc(now);
        jdbc.sql(sql)
                .param("now", time)
                .param("workspaces", column(deliveries, NewDelivery::workspace))
                .param("ids", column(deliveries, NewDelivery::id))
                .param("webhooks", column(deliveries, NewDelivery::webhook))
                .param("events", column(deliveries, NewDelivery::eventId))
                .param("types", column(deliveries, each -> each.event().type()))
                .param("lanes", column(deliveries, NewDelivery::lane))
                .update();
    }

    private static String[] column(List<NewDelivery> rows, Function<NewDelivery, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}

package io.portico.webhooks.delivery;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;
import static io.portico.tenancy.Timestamps.utcOrNull;

import io.portico.kernel.ContactId;
import io.portico.kernel.DeliveryId;
import io.portico.kernel.EventId;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.calls.CallFault;
import io.portico.webhooks.calls.CallResult;
import io.portico.webhooks.calls.CallTarget;
import io.portico.webhooks.events.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ClaimStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClaimStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Takes due deliveries of active webhooks: so many of each, fewer of those that have some under way here.
     *
     * @param free how many more may be under way, for webhooks where it is not the usual number
     * @param until when they are due again if nobody settles them
     */
    List<Claim> claim(Instant now, Instant until, int each, Map<WebhookId, Integer> free, int limit) {
        var sql = """
                with taken as (
                    select d.workspace_id, d.id from webhook w
                    left join unnest(:busy::uuid[], :free::int[]) as b (id, free) on b.id = w.id
                    cross join lateral (
                        select d.workspace_id, d.id from webhook_delivery d
                        where d.workspace_id = w.workspace_id and d.webhook_id = w.id
                            and d.state = 'open' and d.due_at <= :now
                        order by d.due_at limit coalesce(b.free, :each)
                        for update skip locked) d
                    where w.state = 'active'
                    limit :limit)
                update webhook_delivery d
                set due_at = :until, tries = d.tries + 1, first_tried_at = coalesce(d.first_tried_at, :now)
                from taken t, webhook w, webhook_event e
                where d.workspace_id = t.workspace_id and d.id = t.id
                    and w.workspace_id = d.workspace_id and w.id = d.webhook_id
                    and e.workspace_id = d.workspace_id and e.id = d.event_id
                returning d.workspace_id, d.id, d.webhook_id, d.event_id, d.tries, d.tries - d.tries_before as round,
                    d.first_tried_at, w.url, w.secret, w.former_secret, w.former_secret_until, e.event, e.at,
                    e.contact_id, e.details, e.payload""";
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("until", utc(until))
                .param("each", each)
                .param("busy", free.keySet().stream().map(WebhookId::toString).toArray(String[]::new))
                .param("free", free.values().toArray(Integer[]::new))
                .param("limit", limit)
                .query((row, n) -> claim(row, now))
                .list();
    }

    private Claim claim(ResultSet row, Instant now) throws SQLException {
        return new Claim(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new DeliveryId(row.getObject("id", UUID.class)),
                new WebhookId(row.getObject("webhook_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                CallTarget.parse(row.getString("url")).orElseThrow(),
                secrets(row, now),
                new Happening(
                        WebhookEvent.of(row.getString("event")),
                        instant(row, "at"),
                        Optional.ofNullable(row.getObject("contact_id", UUID.class))
                                .map(ContactId::new),
                        json.readTree(row.getString("details"))),
                Optional.ofNullable(row.getString("payload")),
                row.getInt("tries"),
                row.getInt("round"),
                instant(row, "first_tried_at"));
    }

    private static List<byte[]> secrets(ResultSet row, Instant now) throws SQLException {
        List<byte[]> secrets = new ArrayList<>(List.of(row.getBytes("secret")));
        Instant until = instantOrNull(row, "former_secret_until");
        if (until != null && until.isAfter(now)) {
            secrets.add(row.getBytes("former_secret"));
        }
        return secrets;
    }

    /** The payload that is sent: this one, unless another node was faster. */
    String keepPayload(WorkspaceId workspace, EventId event, String payload) {
        var sql = """
                update webhook_event set payload = coalesce(payload, ?)
                where workspace_id = ? and id = ? returning payload""";
        return jdbc.sql(sql)
                .params(payload, workspace.value(), event.value())
                .query(String.class)
                .single();
    }

    void addTry(Claim claim, DeliveryTry tried) {
        var sql = """
                insert into webhook_try (workspace_id, delivery_id, n, at, millis, status, answer, fault)
                values (:workspace, :delivery, :n, :at, :millis, :status, :answer, :fault)""";
        jdbc.sql(sql)
                .param("workspace", claim.workspace().value())
                .param("delivery", claim.id().value())
                .param("n", tried.n())
                .param("at", utc(tried.at()))
                .param("millis", Math.toIntExact(tried.took().toMillis()))
                .param("status", status(tried.result()))
                .param("answer", answer(tried.result()))
                .param("fault", fault(tried.result()))
                .update();
    }

    private static @Nullable Integer status(CallResult result) {
        return result instanceof CallResult.Answered(int status, String body) ? status : null;
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static @Nullable String answer(CallResult result) {
        return result instanceof CallResult.Answered(int status, String body) ? body.replace('\0', '\uFFFD') : null;
    }

    private static @Nullable String fault(CallResult result) {
        return result instanceof CallResult.Unanswered(CallFault fault) ? fault.word() : null;
    }

    /** Since when every call of the webhook has failed, with its row held; empty when it is gone. */
    Optional<Optional<Instant>> holdWebhook(Claim claim) {
        return jdbc.sql("select failing_since from webhook where workspace_id = ? and id = ? for update")
                .params(claim.workspace().value(), claim.webhook().value())
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "failing_since")))
                .optional();
    }

    void failingSince(Claim claim, @Nullable Instant since) {
        jdbc.sql("update webhook set failing_since = :since where workspace_id = :workspace and id = :id")
                .param("since", utcOrNull(since))
                .param("workspace", claim.workspace().value())
                .param("id", claim.webhook().value())
                .update();
    }

    /** False when it was taken from this claim meanwhile: settled, ordered again, tried by another node. */
    boolean end(Claim claim, DeliveryState state, Instant now) {
        var sql = """
                update webhook_delivery set state = ?, ended_at = ?
                where workspace_id = ? and id = ? and state = 'open' and tries = ?""";
        return jdbc.sql(sql)
                        .params(
                                state.word(),
                                utc(now),
                                claim.workspace().value(),
                                claim.id().value(),
                                claim.n())
                        .update()
                == 1;
    }

    /** False as in {@link #end}. */
    boolean tryAgain(Claim claim, Instant due) {
        var sql = """
                update webhook_delivery set due_at = ?
                where workspace_id = ? and id = ? and state = 'open' and tries = ?""";
        return jdbc.sql(sql)
                        .params(utc(due), claim.workspace().value(), claim.id().value(), claim.n())
                        .update()
                == 1;
    }

    /** Opens the first that waits in each lane of the webhook where none is open; the webhook is held. */
    void openNext(WorkspaceId workspace, WebhookId webhook, @Nullable DeliveryId after, Instant now) {
        var sql = """
                update webhook_delivery d set state = 'open', due_at = :now
                from (
                    select distinct on (lane) workspace_id, id from webhook_delivery w
                    where workspace_id = :workspace and webhook_id = :webhook and state = 'waiting'
                        and (:after::uuid is null or lane = (
                            select lane from webhook_delivery where workspace_id = :workspace and id = :after::uuid))
                        and not exists (select from webhook_delivery o where o.workspace_id = w.workspace_id
                            and o.webhook_id = w.webhook_id and o.lane = w.lane and o.state = 'open')
                    order by lane, seq) next
                where d.workspace_id = next.workspace_id and d.id = next.id""";
        jdbc.sql(sql)
                .param("now", utc(now))
                .param("workspace", workspace.value())
                .param("webhook", webhook.value())
                .param("after", after == null ? null : after.toString())
                .update();
    }

    /** Gives up all that is not delivered yet. */
    void endAll(WorkspaceId workspace, WebhookId webhook, Instant now) {
        var sql = """
                update webhook_delivery set state = 'failed', ended_at = ?
                where workspace_id = ? and webhook_id = ? and state in ('open', 'waiting')""";
        jdbc.sql(sql).params(utc(now), workspace.value(), webhook.value()).update();
    }
}

package io.portico.api.webhooks;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiJson;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.api.Paging;
import io.portico.api.Query;
import io.portico.kernel.DeliveryId;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.delivery.Deliveries;
import io.portico.webhooks.delivery.Delivery;
import io.portico.webhooks.delivery.DeliveryDetails;
import io.portico.webhooks.delivery.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a webhook was told, and telling it again. */
@ApiController
class DeliveriesController {
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ApiJson json;

    DeliveriesController(Webhooks webhooks, Deliveries deliveries, ApiJson json) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** Newest first. */
    @GetMapping("/api/v1/webhooks/{webhook}/deliveries")
    @NeedsScope(ApiScope.WEBHOOKS_READ)
    ApiAnswer list(ApiVisit visit, @PathVariable String webhook) {
        Webhook known = KnownWebhook.in(visit, webhooks, webhook);
        Query query = visit.query();
        Optional<DeliveryState> state =
                query.parsed("state", DeliveryState::parse, "It must be one of waiting, open, delivered, failed.");
        Paging paging = visit.paging(query);
        query.end();
        List<Delivery> found = deliveries.page(
                visit.workspaceId(),
                known.id(),
                state,
                paging.after().map(Long::valueOf).orElse(Long.MAX_VALUE),
                paging.wanted());
        return ApiAnswer.ok(
                paging.page(found, delivery -> Long.toString(delivery.seq())).map(DeliveryShown::of));
    }

    @GetMapping("/api/v1/webhooks/{webhook}/deliveries/{delivery}")
    @NeedsScope(ApiScope.WEBHOOKS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String webhook, @PathVariable String delivery) {
        visit.query().end();
        return ApiAnswer.ok(DeliveryDetailsShown.of(known(visit, webhook, delivery), json));
    }

    /** Once more, under the same message id. */
    @PostMapping("/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer replay(ApiVisit visit, @PathVariable String webhook, @PathVariable String delivery) {
        DeliveryId id = known(visit, webhook, delivery).delivery().id();
        visit.takesNothing();
        if (!deliveries.replay(visit.workspaceId(), id, visit.actor())) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "under_way", "It is on its way still.");
        }
        return ApiAnswer.ok(DeliveryShown.of(known(visit, webhook, delivery).delivery()));
    }

    /** All that was given up since then, in order. */
    @PostMapping("/api/v1/webhooks/{webhook}/replay")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer replayFailed(ApiVisit visit, @PathVariable String webhook) {
        Webhook known = KnownWebhook.held(visit, webhooks, webhook);
        visit.query().end();
        Fields body = visit.body();
        Optional<Instant> since = body.time("since");
        if (since.isEmpty()) {
            body.missing("since");
        }
        body.end();
        int count =
                deliveries.replayFailed(visit.workspaceId(), known.id(), since.orElse(Instant.EPOCH), visit.actor());
        return ApiAnswer.ok(Map.of("replayed", count));
    }

    private DeliveryDetails known(ApiVisit visit, String webhook, String delivery) {
        Webhook known = KnownWebhook.in(visit, webhooks, webhook);
        return deliveries
                .find(visit.workspaceId(), ApiVisit.id(delivery, DeliveryId::parse))
                .filter(found -> found.delivery().webhook().equals(known.id()))
                .orElseThrow(ApiProblem::notFound);
    }
}

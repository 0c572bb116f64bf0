package io.portico.webhooks.delivery;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.DeliveryId;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.WebhookReplayed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What webhooks were told, kept for {@link #KEPT}, and telling it again. */
@Component
public class Deliveries {
    public static final Duration KEPT = Duration.ofDays(30);

    private final Tenancy tenancy;
    private final DeliveryStore store;
    private final ClaimStore claims;
    private final Activity activity;
    private final Clock clock;

    Deliveries(Tenancy tenancy, DeliveryStore store, ClaimStore claims, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.claims = claims;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * Deliveries to a webhook, newest first.
     *
     * @param before only those with a lower {@link Delivery#seq}; {@code Long.MAX_VALUE} for the first page
     */
    public List<Delivery> page(
            WorkspaceId workspace, WebhookId webhook, Optional<DeliveryState> state, long before, int limit) {
        return tenancy.in(workspace, () -> store.page(workspace, webhook, state, before, limit));
    }

    public Optional<DeliveryDetails> find(WorkspaceId workspace, DeliveryId id) {
        return tenancy.in(
                workspace,
                () -> store.find(workspace, id)
                        .map(found -> new DeliveryDetails(
                                found, store.payload(workspace, found.eventId()), store.tries(workspace, id))));
    }

    /** Sends once more what was delivered or given up; false when it is still under way, or is not there. */
    public boolean replay(WorkspaceId workspace, DeliveryId id, Actor actor) {
        return tenancy.in(workspace, () -> {
            Optional<WebhookId> webhook = store.find(workspace, id).map(Delivery::webhook);
            return webhook.isPresent()
                    && store.holdWebhook(workspace, webhook.get())
                    && store.putBack(workspace, id)
                    && opened(workspace, webhook.get(), 1, actor);
        });
    }

    /** Sends once more, in order, all that was given up of what was told since then; answers how many. */
    public int replayFailed(WorkspaceId workspace, WebhookId webhook, Instant since, Actor actor) {
        return tenancy.in(workspace, () -> {
            store.holdWebhook(workspace, webhook);
            int count = store.putBackFailed(workspace, webhook, since);
            if (count > 0) {
                opened(workspace, webhook, count, actor);
            }
            return count;
        });
    }

    private boolean opened(WorkspaceId workspace, WebhookId webhook, int count, Actor actor) {
        claims.openNext(workspace, webhook, null, clock.instant());
        activity.record(workspace, actor, new WebhookReplayed(webhook, count, Integer.toString(count)));
        return true;
    }
}

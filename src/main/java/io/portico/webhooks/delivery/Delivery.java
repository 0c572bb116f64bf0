package io.portico.webhooks.delivery;

import io.portico.kernel.DeliveryId;
import io.portico.kernel.EventId;
import io.portico.kernel.WebhookId;
import io.portico.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * One event on its way to one webhook.
 *
 * @param seq its place among the deliveries of the workspace
 * @param dueAt when it is tried next, while it is open
 */
public record Delivery(
        DeliveryId id,
        long seq,
        WebhookId webhook,
        EventId eventId,
        WebhookEvent event,
        DeliveryState state,
        int tries,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> endedAt) {
    /** The header {@code webhook-id}: the same at every try, so that a receiver knows what it has seen. */
    public String messageId() {
        return messageId(eventId);
    }

    static String messageId(EventId event) {
        return "msg_" + event;
    }
}

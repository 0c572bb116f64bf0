package io.portico.api.webhooks;

import io.portico.webhooks.delivery.Delivery;
import io.portico.webhooks.delivery.DeliveryState;
import java.time.Instant;
import java.util.Optional;

/**
 * One event on its way to a webhook, or arrived, or given up.
 *
 * @param messageId the header {@code webhook-id} of its calls
 */
record DeliveryShown(
        String id,
        String webhookId,
        String event,
        String messageId,
        String state,
        int tries,
        Instant createdAt,
        Optional<Instant> nextTryAt,
        Optional<Instant> endedAt) {
    static DeliveryShown of(Delivery delivery) {
        return new DeliveryShown(
                delivery.id().toString(),
                delivery.webhook().toString(),
                delivery.event().type(),
                delivery.messageId(),
                delivery.state().word(),
                delivery.tries(),
                delivery.createdAt(),
                Optional.of(delivery.dueAt()).filter(due -> delivery.state() == DeliveryState.OPEN),
                delivery.endedAt());
    }
}

package io.portico.webhooks.delivery;

import io.portico.kernel.DeliveryId;
import io.portico.kernel.EventId;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.webhooks.calls.CallTarget;
import io.portico.webhooks.events.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery that this node is to try now.
 *
 * @param secrets sealed, the newest first
 * @param n which try it is
 * @param round which try since it was last ordered
 */
record Claim(
        WorkspaceId workspace,
        DeliveryId id,
        WebhookId webhook,
        EventId eventId,
        CallTarget target,
        List<byte[]> secrets,
        Happening happening,
        Optional<String> payload,
        int n,
        int round,
        Instant firstTriedAt) {
    Claim {
        secrets = List.copyOf(secrets);
    }

    String messageId() {
        return Delivery.messageId(eventId);
    }
}

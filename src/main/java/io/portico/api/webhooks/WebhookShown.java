package io.portico.api.webhooks;

import io.portico.webhooks.DisabledBecause;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A webhook as the API shows it, without its secret. */
record WebhookShown(
        String id,
        String url,
        String name,
        List<String> events,
        String state,
        Optional<String> disabledBecause,
        Optional<Instant> failingSince,
        Optional<Instant> formerSecretUntil,
        Instant createdAt) {
    static WebhookShown of(Webhook webhook) {
        return new WebhookShown(
                webhook.id().toString(),
                webhook.target().toString(),
                webhook.name(),
                webhook.events().stream().map(WebhookEvent::type).toList(),
                webhook.state().word(),
                webhook.disabledBecause().map(DisabledBecause::word),
                webhook.failingSince(),
                webhook.formerSecretUntil(),
                webhook.createdAt());
    }
}

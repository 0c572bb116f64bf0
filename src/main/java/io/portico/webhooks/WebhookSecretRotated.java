package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** A webhook signs with a new secret; {@code text} is its host. */
@FactKind("webhook.secret_rotated")
public record WebhookSecretRotated(WebhookId webhook, String text) implements Fact {}

package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** Somebody looked at the secret of a webhook; {@code text} is its host. */
@FactKind("webhook.secret_shown")
public record WebhookSecretShown(WebhookId webhook, String text) implements Fact {}

package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** Portico gave a webhook up; {@code text} is its host. */
@FactKind("webhook.disabled")
public record WebhookDisabled(WebhookId webhook, DisabledBecause because, String text) implements Fact {}

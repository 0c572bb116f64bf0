package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** A webhook is gone; {@code text} is its host. */
@FactKind("webhook.removed")
public record WebhookRemoved(WebhookId webhook, String text) implements Fact {}

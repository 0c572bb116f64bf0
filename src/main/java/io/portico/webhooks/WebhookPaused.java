package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** A webhook was stopped for a while; {@code text} is its host. */
@FactKind("webhook.paused")
public record WebhookPaused(WebhookId webhook, String text) implements Fact {}

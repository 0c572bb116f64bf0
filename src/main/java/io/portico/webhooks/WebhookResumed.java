package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** A webhook was started again; {@code text} is its host. */
@FactKind("webhook.resumed")
public record WebhookResumed(WebhookId webhook, String text) implements Fact {}

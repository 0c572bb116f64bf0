package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** Address, name or events of a webhook were changed; {@code text} is its host. */
@FactKind("webhook.changed")
public record WebhookChanged(WebhookId webhook, String text) implements Fact {}

package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** Another program is told of events from now on; {@code text} is its host. */
@FactKind("webhook.added")
public record WebhookAdded(WebhookId webhook, String text) implements Fact {}

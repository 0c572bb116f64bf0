package io.portico.webhooks;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.WebhookId;

/** Events were ordered to be sent to a webhook again; {@code text} is how many. */
@FactKind("webhook.replayed")
public record WebhookReplayed(WebhookId webhook, int count, String text) implements Fact {}

package io.portico.webhooks;

import io.portico.webhooks.calls.CallFault;

/** What came of saving a webhook. */
public sealed interface WebhookResult {
    record Saved(Webhook webhook) implements WebhookResult {}

    /** Its address cannot be called. */
    record CannotBeCalled(CallFault fault) implements WebhookResult {}

    /** The workspace has as many as it may have. */
    record TooMany(int most) implements WebhookResult {}
}

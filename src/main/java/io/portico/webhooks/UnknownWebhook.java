package io.portico.webhooks;

import io.portico.kernel.WebhookId;

/** The workspace has no webhook of this id. */
public final class UnknownWebhook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownWebhook(WebhookId id) {
        super("no webhook " + id);
    }
}

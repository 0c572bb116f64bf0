package io.portico.api.webhooks;

import io.portico.webhooks.SigningSecret;
import io.portico.webhooks.Webhook;

/** A webhook with the secret it signs with; the answers that make one are the only ones that show it. */
record SecretShown(WebhookShown webhook, String secret) {
    static SecretShown of(Webhook webhook, SigningSecret secret) {
        return new SecretShown(WebhookShown.of(webhook), secret.reveal());
    }

    /** Never the secret, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "SecretShown[" + webhook.id() + "]";
    }
}

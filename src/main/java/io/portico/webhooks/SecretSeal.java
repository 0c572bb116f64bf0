package io.portico.webhooks;

import io.portico.installation.ApplicationKey;
import io.portico.installation.Seal;
import io.portico.kernel.WebhookId;
import org.springframework.stereotype.Component;

/** Seals signing secrets with the installation's key, each bound to its webhook. */
@Component
public class SecretSeal {
    private final Seal seal;

    SecretSeal(ApplicationKey key) {
        this.seal = key.seal("webhook-secret");
    }

    public byte[] seal(WebhookId webhook, SigningSecret secret) {
        return seal.seal(webhook.toString(), secret.bytes());
    }

    /** @throws IllegalStateException when the installation's key is another than when it was sealed */
    public SigningSecret open(WebhookId webhook, byte[] sealed) {
        return seal.open(webhook.toString(), sealed)
                .map(SigningSecret::of)
                .orElseThrow(() -> new IllegalStateException(
                        "the secret of webhook " + webhook + " was sealed with another key of the installation"));
    }
}

package io.portico.webhooks;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The secrets that webhooks sign with. They must be used again, so they are stored, sealed with the installation's key,
 * and can be looked at again; each look stands in the log.
 */
@Component
public class WebhookSecrets {
    /** How long the former secret signs beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final Tenancy tenancy;
    private final WebhookStore store;
    private final SecretSeal seal;
    private final Activity activity;
    private final Clock clock;

    WebhookSecrets(Tenancy tenancy, WebhookStore store, SecretSeal seal, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.seal = seal;
        this.activity = activity;
        this.clock = clock;
    }

    /** @throws UnknownWebhook when the workspace has none of this id */
    public SigningSecret show(WorkspaceId workspace, WebhookId id, Actor actor) {
        return tenancy.in(workspace, () -> {
            Webhook webhook = store.find(workspace, id).orElseThrow(() -> new UnknownWebhook(id));
            activity.record(workspace, actor, new WebhookSecretShown(id, Webhooks.hostOf(webhook)));
            return seal.open(id, store.secret(workspace, id).orElseThrow(() -> new UnknownWebhook(id)));
        });
    }

    /**
     * Signs with a new secret from now on, and with the one before beside it for {@link #OVERLAP}.
     *
     * @throws UnknownWebhook when the workspace has none of this id
     */
    public SigningSecret rotate(WorkspaceId workspace, WebhookId id, Actor actor) {
        return tenancy.in(workspace, () -> {
            Webhook webhook = store.lock(workspace, id).orElseThrow(() -> new UnknownWebhook(id));
            SigningSecret fresh = SigningSecret.random();
            store.rotate(workspace, id, seal.seal(id, fresh), clock.instant().plus(OVERLAP));
            activity.record(workspace, actor, new WebhookSecretRotated(id, Webhooks.hostOf(webhook)));
            return fresh;
        });
    }
}

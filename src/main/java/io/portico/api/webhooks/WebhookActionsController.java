package io.portico.api.webhooks;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.webhooks.SigningSecret;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookSecrets;
import io.portico.webhooks.Webhooks;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pauses and resumes webhooks, and gives them another secret. */
@ApiController
class WebhookActionsController {
    private final Webhooks webhooks;
    private final WebhookSecrets secrets;

    WebhookActionsController(Webhooks webhooks, WebhookSecrets secrets) {
        this.webhooks = webhooks;
        this.secrets = secrets;
    }

    @PostMapping("/api/v1/webhooks/{webhook}/pause")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer pause(ApiVisit visit, @PathVariable String webhook) {
        Webhook held = held(visit, webhook);
        webhooks.pause(visit.workspaceId(), held.id(), visit.actor());
        return shown(visit, held);
    }

    /** Also one that Portico gave up. */
    @PostMapping("/api/v1/webhooks/{webhook}/resume")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer resume(ApiVisit visit, @PathVariable String webhook) {
        Webhook held = held(visit, webhook);
        webhooks.resume(visit.workspaceId(), held.id(), visit.actor());
        return shown(visit, held);
    }

    /** The answer shows the new secret; the one before signs beside it for a day. */
    @PostMapping("/api/v1/webhooks/{webhook}/rotate")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer rotate(ApiVisit visit, @PathVariable String webhook) {
        Webhook held = held(visit, webhook);
        SigningSecret fresh = secrets.rotate(visit.workspaceId(), held.id(), visit.actor());
        return ApiAnswer.ok(SecretShown.of(webhooks.get(visit.workspaceId(), held.id()), fresh));
    }

    private Webhook held(ApiVisit visit, String webhook) {
        Webhook held = KnownWebhook.held(visit, webhooks, webhook);
        visit.takesNothing();
        visit.mustMatch(WebhookShown.of(held));
        return held;
    }

    private ApiAnswer shown(ApiVisit visit, Webhook webhook) {
        return ApiAnswer.ok(WebhookShown.of(webhooks.get(visit.workspaceId(), webhook.id())))
                .withTag();
    }
}

package io.portico.api.webhooks;

import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.kernel.WebhookId;
import io.portico.webhooks.UnknownWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.Webhooks;

/** Finds the webhook that a path names. */
final class KnownWebhook {
    private KnownWebhook() {}

    static Webhook in(ApiVisit visit, Webhooks webhooks, String id) {
        return webhooks.find(visit.workspaceId(), ApiVisit.id(id, WebhookId::parse))
                .orElseThrow(ApiProblem::notFound);
    }

    /** The same, kept from changing until the answer is there. */
    static Webhook held(ApiVisit visit, Webhooks webhooks, String id) {
        try {
            return webhooks.hold(visit.workspaceId(), ApiVisit.id(id, WebhookId::parse));
        } catch (UnknownWebhook no) {
            throw ApiProblem.notFound();
        }
    }
}

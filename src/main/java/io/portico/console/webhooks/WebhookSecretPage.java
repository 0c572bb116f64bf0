package io.portico.console.webhooks;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.webhooks.SigningSecret;
import io.portico.webhooks.Webhook;

/** A webhook's secret, for copying it to the receiver. */
public record WebhookSecretPage(ConsoleVisit visit, Webhook webhook, SigningSecret secret) implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String at(String below) {
        return visit.at("/settings/webhooks/" + webhook.id() + below);
    }
}

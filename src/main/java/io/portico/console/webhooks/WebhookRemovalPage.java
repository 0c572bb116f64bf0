package io.portico.console.webhooks;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.webhooks.Webhook;

/** Asks whether a webhook is to be removed. */
public record WebhookRemovalPage(ConsoleVisit visit, Webhook webhook) implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

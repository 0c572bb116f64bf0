package io.portico.console.webhooks;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookState;
import java.util.List;

/** The webhooks of a workspace. */
public record WebhooksPage(ConsoleVisit visit, List<Webhook> webhooks) implements PageModel {
    public WebhooksPage {
        webhooks = List.copyOf(webhooks);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    /** Which of its kind of states it is, for the colour. */
    public String mark(Webhook webhook) {
        return switch (webhook.state()) {
            case ACTIVE -> isFailing(webhook) ? "deferred" : "active";
            case PAUSED -> "paused";
            case DISABLED -> "failed";
        };
    }

    /** Whether its calls fail, and it may be given up for that. */
    public boolean isFailing(Webhook webhook) {
        return webhook.state() == WebhookState.ACTIVE && webhook.failingSince().isPresent();
    }

    public String pathOf(Webhook webhook) {
        return visit.at("/settings/webhooks/" + webhook.id());
    }
}

package io.portico.webhooks;

import io.portico.webhooks.calls.CallTarget;
import java.util.EnumSet;
import java.util.Set;

/** A webhook as somebody wants it. */
public record NewWebhook(CallTarget target, String name, Set<WebhookEvent> events) {
    public static final int LONGEST_NAME = 80;

    public NewWebhook {
        name = name.strip();
        if (events.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a webhook has events and a short name: " + events + ", " + name);
        }
        events = EnumSet.copyOf(events);
    }
}

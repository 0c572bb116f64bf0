package io.portico.webhooks;

import io.portico.kernel.WebhookId;
import io.portico.webhooks.calls.CallTarget;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An address of another program that is told of events.
 *
 * @param name what people call it; may be empty
 * @param failingSince since when every call has failed; empty after one that did not
 * @param formerSecretUntil until when the secret before this one signs, too
 */
public record Webhook(
        WebhookId id,
        CallTarget target,
        String name,
        Set<WebhookEvent> events,
        WebhookState state,
        Optional<DisabledBecause> disabledBecause,
        Optional<Instant> failingSince,
        Optional<Instant> formerSecretUntil,
        Instant createdAt) {
    public Webhook {
        events = EnumSet.copyOf(events);
    }

    /** What to call it on a page. */
    public String display() {
        return name.isEmpty() ? target.url().getHost() : name;
    }
}

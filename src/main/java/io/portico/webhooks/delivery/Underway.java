package io.portico.webhooks.delivery;

import io.portico.kernel.WebhookId;
import java.util.HashMap;
import java.util.Map;

/** How many calls this node has under way: so many in all, and few to each webhook, so that slow ones hold up no other. */
final class Underway {
    static final int MOST = 400;
    static final int MOST_EACH = 4;

    private final Map<WebhookId, Integer> each = new HashMap<>();
    private int all;

    synchronized int free() {
        return MOST - all;
    }

    /** For webhooks that are being called, how many more calls may go there. */
    synchronized Map<WebhookId, Integer> freeOfEach() {
        Map<WebhookId, Integer> free = new HashMap<>();
        each.forEach((webhook, n) -> free.put(webhook, Math.max(0, MOST_EACH - n)));
        return free;
    }

    synchronized void begin(WebhookId webhook) {
        each.merge(webhook, 1, Integer::sum);
        all++;
    }

    synchronized void end(WebhookId webhook) {
        each.computeIfPresent(webhook, (id, n) -> n == 1 ? null : n - 1);
        all--;
    }
}

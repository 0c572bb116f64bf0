package io.portico.webhooks;

import io.portico.kernel.Labelled;

/** Whether a webhook is called. */
public enum WebhookState implements Labelled {
    ACTIVE,
    /** Somebody has stopped it for a while: events are kept and told when it goes on. */
    PAUSED,
    /** Portico has given it up; what happens meanwhile is not told. */
    DISABLED;

    /** @throws IllegalArgumentException for a word that is no state */
    public static WebhookState of(String word) {
        return Labelled.of(WebhookState.class, word);
    }
}

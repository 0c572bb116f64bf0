package io.portico.webhooks;

import io.portico.webhooks.calls.CallFault;
import io.portico.webhooks.calls.CallTarget;
import java.util.Optional;

/**
 * Where an address leads.
 *
 * @param obstacle why it cannot be called; empty when it can
 */
public record Reach(CallTarget target, Optional<CallFault> obstacle) {
    /** Of an address that was found fit before and stays: every call checks it again. */
    public static Reach unchanged(CallTarget target) {
        return new Reach(target, Optional.empty());
    }

    /** @throws IllegalStateException when it was asked of another address */
    Optional<WebhookResult> refusal(CallTarget wanted) {
        if (!target.equals(wanted)) {
            throw new IllegalStateException("asked of " + target + ", not of " + wanted);
        }
        return obstacle.map(WebhookResult.CannotBeCalled::new);
    }
}

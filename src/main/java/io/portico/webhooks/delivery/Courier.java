package io.portico.webhooks.delivery;

import io.portico.tenancy.Tenancy;
import io.portico.webhooks.SecretSeal;
import io.portico.webhooks.calls.CallResult;
import io.portico.webhooks.calls.Calls;
import io.portico.webhooks.events.Payloads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls a webhook once, signed with every secret that is good now; no transaction is held meanwhile. */
@Component
class Courier {
    private final Tenancy tenancy;
    private final ClaimStore store;
    private final Payloads payloads;
    private final SecretSeal seal;
    private final Calls calls;
    private final Clock clock;

    Courier(Tenancy tenancy, ClaimStore store, Payloads payloads, SecretSeal seal, Calls calls, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.payloads = payloads;
        this.seal = seal;
        this.calls = calls;
        this.clock = clock;
    }

    DeliveryTry call(Claim claim) {
        String body = claim.payload().orElseGet(() -> written(claim));
        Instant at = clock.instant();
        long start = System.nanoTime();
        CallResult result = calls.post(claim.target(), headers(claim, at, body), body);
        return new DeliveryTry(claim.n(), at, Duration.ofNanos(System.nanoTime() - start), result);
    }

    private String written(Claim claim) {
        return tenancy.in(
                claim.workspace(),
                () -> store.keepPayload(
                        claim.workspace(), claim.eventId(), payloads.write(claim.workspace(), claim.happening())));
    }

    private Map<String, String> headers(Claim claim, Instant at, String body) {
        String signatures = claim.secrets().stream()
                .map(locked -> seal.open(claim.webhook(), locked).sign(claim.messageId(), at, body))
                .collect(Collectors.joining(" "));
        return Map.of(
                "webhook-id", claim.messageId(),
                "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", signatures);
    }
}

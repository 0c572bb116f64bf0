package io.portico.webhooks.delivery;

import io.portico.tenancy.Tenancy;
import io.portico.webhooks.DisabledBecause;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallFault;
import io.portico.webhooks.calls.CallResult;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notes what came of a call, opens the way for the next about the same contact, and gives up webhooks that only fail. */
@Component
class Settlements {
    private static final int GONE = 410;
    private static final Duration LONGEST_FAILURE = Duration.ofDays(3);

    private final Tenancy tenancy;
    private final ClaimStore store;
    private final Webhooks webhooks;
    private final Notices notices;
    private final Clock clock;
    private final Retries retries = new Retries(new SecureRandom());

    Settlements(Tenancy tenancy, ClaimStore store, Webhooks webhooks, Notices notices, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.webhooks = webhooks;
        this.notices = notices;
        this.clock = clock;
    }

    /** Changes nothing but the list of tries when the claim was lost meanwhile, and nothing when the webhook is gone. */
    void settle(Claim claim, DeliveryTry tried) {
        tenancy.run(
                claim.workspace(),
                () -> store.holdWebhook(claim).ifPresent(failingSince -> {
                    store.addTry(claim, tried);
                    CallResult result = tried.result();
                    if (result instanceof CallResult.Answered answer && answer.isSuccess()) {
                        succeeded(claim, failingSince);
                    } else {
                        failed(claim, failingSince, result);
                    }
                }));
    }

    private void succeeded(Claim claim, Optional<Instant> failingSince) {
        if (end(claim, DeliveryState.DELIVERED) && failingSince.isPresent()) {
            store.failingSince(claim, null);
        }
    }

    private void failed(Claim claim, Optional<Instant> failingSince, CallResult result) {
        Instant now = clock.instant();
        boolean stood = retries.next(claim.round(), claim.firstTriedAt(), now)
                .map(due -> store.tryAgain(claim, due))
                .orElseGet(() -> end(claim, DeliveryState.FAILED));
        if (stood) {
            blame(claim, failingSince, result, now);
        }
    }

    private void blame(Claim claim, Optional<Instant> failingSince, CallResult result, Instant now) {
        boolean isTheirs = !result.equals(new CallResult.Unanswered(CallFault.DNS_SILENT));
        if (failingSince.isEmpty() && isTheirs) {
            store.failingSince(claim, now);
        }
        if (result instanceof CallResult.Answered answer && answer.status() == GONE) {
            giveUp(claim, DisabledBecause.GONE);
        } else if (isTheirs
                && failingSince
                        .filter(since -> !since.isAfter(now.minus(LONGEST_FAILURE)))
                        .isPresent()) {
            giveUp(claim, DisabledBecause.FAILING);
        }
    }

    /** False when the claim was lost. */
    private boolean end(Claim claim, DeliveryState state) {
        boolean stood = store.end(claim, state, clock.instant());
        if (stood) {
            store.openNext(claim.workspace(), claim.webhook(), claim.id(), clock.instant());
        }
        return stood;
    }

    private void giveUp(Claim claim, DisabledBecause because) {
        if (webhooks.giveUp(claim.workspace(), claim.webhook(), because)) {
            store.endAll(claim.workspace(), claim.webhook(), clock.instant());
            notices.tell(claim.workspace(), claim.webhook());
        }
    }
}

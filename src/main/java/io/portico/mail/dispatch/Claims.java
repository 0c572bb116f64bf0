package io.portico.mail.dispatch;

import io.portico.mail.Priority;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes mails out of the outbox for a worker. A mail is in at most one living worker's hands; what a dead one held is
 * free again when its lease has ended.
 */
@Component
class Claims {
    private final Tenancy tenancy;
    private final ClaimStore store;
    private final Clock clock;

    Claims(Tenancy tenancy, ClaimStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /** The most urgent mails that are due, none less urgent than {@code lowest}. */
    List<Claim> next(Priority lowest, int most) {
        Instant now = clock.instant();
        return tenancy.everywhere(() -> store.claim(lowest, most, now, now.plus(Claim.LEASE)));
    }

    /** How many mails of dead workers are free again. */
    int regain() {
        return tenancy.everywhere(() -> store.regain(clock.instant()));
    }

    /** Whether the mail may go now: the claim stands, and its run was not stopped meanwhile. */
    boolean stands(Claim claim) {
        Instant now = clock.instant();
        if (claim.leaseRunsShort(now)) {
            return tenancy.in(claim.workspace(), () -> store.keep(claim, now.plus(Claim.LEASE)));
        }
        return !claim.inBatch() || tenancy.in(claim.workspace(), () -> store.isKept(claim));
    }

    void release(List<Claim> claims) {
        tenancy.everywhere(() -> {
            claims.forEach(store::release);
            return claims.size();
        });
    }
}

package io.portico.mail.dispatch;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Priority;
import io.portico.tenancy.Deadlock;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Those of the claims, all of one workspace, that may go now: they stand, and their run was not stopped meanwhile. */
    Set<Claim> standing(WorkspaceId workspace, List<Claim> claims) {
        Instant now = clock.instant();
        if (claims.stream().anyMatch(claim -> claim.leaseRunsShort(now))) {
            return those(claims, tenancy.in(workspace, () -> store.keep(workspace, claims, now.plus(Claim.LEASE))));
        }
        if (claims.stream().noneMatch(Claim::inBatch)) {
            return Set.copyOf(claims);
        }
        return those(claims, tenancy.in(workspace, () -> store.kept(workspace, claims)));
    }

    private static Set<Claim> those(List<Claim> claims, Set<MailId> standing) {
        return claims.stream().filter(claim -> standing.contains(claim.id())).collect(Collectors.toSet());
    }

    void release(List<Claim> claims) {
        Deadlock.outlasted(() -> tenancy.everywhere(() -> store.release(claims)));
    }
}

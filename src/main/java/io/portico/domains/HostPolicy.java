package io.portico.domains;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often hosts are looked at, and how much patience there is with them. */
final class HostPolicy {
    /** Checks in a row that found something else, before links fall back to the sub-domain. */
    static final int PATIENCE = 3;
    /** The same for checks without an answer, which say as much about our resolver as about the host. */
    static final int PATIENCE_WITHOUT_ANSWER = 12;
    /** Between two looks that somebody asks for. */
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(4);

    static final Duration NOTICE_CHECKED_EVERY = Duration.ofHours(6);
    private static final Duration CERTIFICATE_AFTER = Duration.ofSeconds(30);
    private static final Duration VERIFIED_EVERY = Duration.ofHours(1);
    private static final Duration DOUBTFUL_EVERY = Duration.ofMinutes(5);
    private static final Duration FAILING_EVERY = Duration.ofMinutes(15);
    private static final Duration CLAIMED_EVERY = Duration.ofMinutes(10);
    private static final Duration CLAIMED_LATER_EVERY = Duration.ofHours(12);
    private static final Duration CLAIM_IS_YOUNG = Duration.ofDays(3);
    private static final Duration CLAIM_LIVES = Duration.ofDays(30);

    private HostPolicy() {}

    /** Whether a host that was verified is to be taken for failing. */
    static boolean hasFailed(int failures, int unanswered) {
        return failures - unanswered >= PATIENCE || failures >= PATIENCE_WITHOUT_ANSWER;
    }

    /** When to look by ourselves again; empty for a wish that nobody has worked on for a month. */
    static Optional<Instant> next(PortalHost before, PortalHost host, Instant now) {
        if (host.state() == HostState.VERIFIED && before.state() != HostState.VERIFIED) {
            // Only now may it have a certificate, so only now can one be looked at.
            return Optional.of(now.plus(CERTIFICATE_AFTER));
        }
        return next(host.state(), host.failures(), host.claimedAt(), host.host().hashCode(), now);
    }

    /** The same for whatever is looked at; {@code seed} sets those apart that were looked at together. */
    static Optional<Instant> next(HostState state, int failures, Instant claimedAt, int seed, Instant now) {
        return switch (state) {
            case VERIFIED -> after(failures == 0 ? VERIFIED_EVERY : DOUBTFUL_EVERY, seed, now);
            case FAILING -> after(FAILING_EVERY, seed, now);
            case REMOVED -> after(NOTICE_CHECKED_EVERY, seed, now);
            case CLAIMED -> nextOfClaim(claimedAt, seed, now);
        };
    }

    private static Optional<Instant> nextOfClaim(Instant claimedAt, int seed, Instant now) {
        Duration age = Duration.between(claimedAt, now);
        if (age.compareTo(CLAIM_LIVES) > 0) {
            return Optional.empty();
        }
        return after(age.compareTo(CLAIM_IS_YOUNG) < 0 ? CLAIMED_EVERY : CLAIMED_LATER_EVERY, seed, now);
    }

    /** Up to a fifth later, by the seed and the time: what was checked together drifts apart. */
    private static Optional<Instant> after(Duration delay, int seed, Instant now) {
        int dice = Math.floorMod(seed * 31 + Long.hashCode(now.toEpochMilli()) * 17, 1000);
        return Optional.of(now.plus(delay).plusMillis(delay.toMillis() / 5 * dice / 1000));
    }
}

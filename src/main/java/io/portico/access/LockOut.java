package io.portico.access;

import java.time.Duration;
import java.util.Optional;

/** How long an address is locked after so many failed sign-ins: from the fifth, a minute, doubling up to an hour. */
final class LockOut {
    static final int FREE_TRIES = 5;
    /** A failure is forgotten when none followed for so long. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private LockOut() {}

    static Optional<Duration> after(int failedTries) {
        if (failedTries < FREE_TRIES) {
            return Optional.empty();
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failedTries - FREE_TRIES, 10));
        return Optional.of(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}

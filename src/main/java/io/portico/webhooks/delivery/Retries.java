package io.portico.webhooks.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: after seconds, then ever more rarely, for three days in all. Each pause is
 * spread by a fifth, so that what failed together does not come back together.
 */
final class Retries {
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(18));

    private final RandomGenerator random;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Empty when it has been tried for long enough.
     *
     * @param round how many tries have failed
     */
    Optional<Instant> next(int round, Instant firstTriedAt, Instant now) {
        Duration pause = PAUSES.get(Math.min(round, PAUSES.size()) - 1);
        Instant next = now.plus(pause).plusMillis(random.nextLong(pause.toMillis() / 5));
        return next.isAfter(firstTriedAt.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }
}

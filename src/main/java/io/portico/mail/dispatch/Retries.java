package io.portico.mail.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a deferred mail is tried again. The pause grows with the time it has been tried already, so tries thin out from a
 * minute to a quarter of an hour, and is spread at random so that mails deferred together do not come back together.
 */
final class Retries {
    private static final Duration WHILE_SERVER_AWAY = Duration.ofSeconds(2);

    /** Composers are promised a minute between two calls for one mail. */
    private static final Duration SHORTEST = Duration.ofSeconds(65);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final RandomGenerator random;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    /** @param composed whether the composer was called for this try */
    Instant next(Instant triedFrom, Instant now, boolean composed) {
        if (!composed) {
            return now.plus(spread(WHILE_SERVER_AWAY));
        }
        Duration half = Duration.between(triedFrom, now).dividedBy(2);
        Duration pause = half.compareTo(LONGEST) > 0 ? LONGEST : half;
        return now.plus(spread(pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause));
    }

    /** Up to a quarter longer. */
    private Duration spread(Duration pause) {
        return pause.plusMillis(random.nextLong(pause.toMillis() / 4));
    }
}

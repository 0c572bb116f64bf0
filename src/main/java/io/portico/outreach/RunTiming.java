package io.portico.outreach;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the mails of a run leave.
 *
 * @param at when the first may; empty for now
 * @param spread over how long they are spread evenly; zero for as fast as they can
 */
public record RunTiming(Optional<Instant> at, Duration spread) {
    /** The longest spread. */
    public static final Duration LONGEST_SPREAD = Duration.ofHours(72);

    /** A run is planned for at most so long from now. */
    public static final Duration LONGEST_DELAY = Duration.ofDays(90);

    // After the constants that its constructor asks.
    public static final RunTiming NOW = new RunTiming(Optional.empty(), Duration.ZERO);

    public RunTiming {
        if (spread.isNegative() || spread.compareTo(LONGEST_SPREAD) > 0) {
            throw new IllegalArgumentException("a run is spread over at most 72 hours: " + spread);
        }
    }

    boolean isAtOnce() {
        return at.isEmpty() && spread.isZero();
    }
}

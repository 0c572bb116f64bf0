package io.portico.limits;

import java.time.Duration;

/**
 * So many knocks at once, and after that as many in each further period, evenly spread: the generic cell rate algorithm
 * (ITU-T I.371) with a burst of {@code knocks}.
 */
record Limit(Measure measure, int knocks, Duration period) {
    Limit {
        if (knocks < 1 || period.dividedBy(knocks).isZero()) {
            throw new IllegalArgumentException(knocks + " in " + period);
        }
    }

    /** How long one knock weighs on the limit. */
    Duration weight() {
        return period.dividedBy(knocks);
    }
}

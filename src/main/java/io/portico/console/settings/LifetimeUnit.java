package io.portico.console.settings;

import io.portico.kernel.Labelled;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A unit in which people think of how long something lasts. */
public enum LifetimeUnit implements Labelled {
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1));

    private final Duration one;

    LifetimeUnit(Duration one) {
        this.one = one;
    }

    public Duration times(long number) {
        return one.multipliedBy(number);
    }

    public long in(Duration length) {
        return length.dividedBy(one);
    }

    public static Optional<LifetimeUnit> parse(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
    }

    /** The largest unit that says this length in a whole number. */
    public static LifetimeUnit of(Duration length) {
        if (DAYS.times(DAYS.in(length)).equals(length)) {
            return DAYS;
        }
        return HOURS.times(HOURS.in(length)).equals(length) ? HOURS : MINUTES;
    }
}

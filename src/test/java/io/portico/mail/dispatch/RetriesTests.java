package io.portico.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.mail.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTests {
    private static final Instant ORDERED = Instant.parse("2026-08-01T00:00:00Z");

    @Test
    void thinOutFromAMinuteToAQuarterOfAnHour() {
        assertThat(pauseAfter(Duration.ofSeconds(1))).isBetween(Duration.ofSeconds(65), Duration.ofSeconds(82));
        assertThat(pauseAfter(Duration.ofMinutes(10))).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(375));
        assertThat(pauseAfter(Duration.ofHours(20))).isBetween(Duration.ofMinutes(15), Duration.ofSeconds(1125));
    }

    @Test
    void doNotComeBackTogether() {
        assertThat(distinct(true)).isGreaterThan(90);
        assertThat(distinct(false)).isGreaterThan(80);
    }

    @Test
    void comeSoonWhereNoLinkWasMadeForTheTry() {
        assertThat(Duration.between(ORDERED, next(1, ORDERED, false)))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
    }

    /** The last try is made when the patience is nearly over, and few are made until then. */
    @Test
    void fillADayWithSomeHundredTries() {
        Instant now = ORDERED;
        int tries = 0;
        for (; now.isBefore(ORDERED.plus(Outbox.PATIENCE)); tries++) {
            now = next(tries, now, true);
        }

        assertThat(tries).isBetween(80, 110);
        assertThat(now).isBefore(ORDERED.plus(Outbox.PATIENCE).plus(Duration.ofMinutes(19)));
    }

    private static Duration pauseAfter(Duration waited) {
        Instant now = ORDERED.plus(waited);
        return Duration.between(now, next(7, now, true));
    }

    private static long distinct(boolean composed) {
        var retries = new Retries(new Random(7));
        return IntStream.range(0, 100)
                .mapToObj(n -> retries.next(ORDERED, ORDERED.plusSeconds(1), composed))
                .distinct()
                .count();
    }

    private static Instant next(long seed, Instant now, boolean composed) {
        return new Retries(new Random(seed)).next(ORDERED, now, composed);
    }
}

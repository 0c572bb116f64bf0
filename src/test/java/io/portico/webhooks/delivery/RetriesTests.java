package io.portico.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetriesTests {
    private static final Instant FIRST = Instant.parse("2026-11-28T09:30:00Z");

    private static List<Duration> pauses(long seed) {
        var retries = new Retries(new Random(seed));
        List<Duration> pauses = new ArrayList<>();
        Instant now = FIRST;
        for (Optional<Instant> next = retries.next(1, FIRST, now);
                next.isPresent();
                next = retries.next(pauses.size() + 1, FIRST, now)) {
            pauses.add(Duration.between(now, next.get()));
            now = next.get();
        }
        return pauses;
    }

    @Test
    void comeAfterSecondsThenEverMoreRarelyForThreeDays() {
        for (long seed = 0; seed < 200; seed++) {
            List<Duration> pauses = pauses(seed);

            assertThat(pauses).hasSizeBetween(9, 10);
            assertThat(pauses.subList(0, 9)).isSorted();
            assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
            assertThat(pauses.get(3)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(36));
            assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                    .isBetween(Duration.ofHours(49), Duration.ofHours(72));
        }
    }

    @Test
    void areSpreadSoThatWhatFailedTogetherDoesNotComeBackTogether() {
        Set<Duration> second = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            second.add(pauses(seed).get(1));
        }

        assertThat(second)
                .hasSizeGreaterThan(150)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(72)));
    }
}

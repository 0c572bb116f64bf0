package io.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Uuid7Tests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void isOfVersion7AndHoldsTheMillisecondItWasMadeIn() {
        UUID id = Uuid7.next(at(NOON));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void sortsByTimeAsText() {
        String earlier = Uuid7.next(at(NOON)).toString();
        String later = Uuid7.next(at(NOON.plusMillis(1))).toString();

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void isAnotherOneEachTimeWithinAMillisecond() {
        assertThat(Stream.generate(() -> Uuid7.next(at(NOON))).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void comesBackFromItsText() {
        UUID id = Uuid7.next(at(NOON));

        assertThat(Uuid7.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "0195517E-0C7B-7000-8000-000000000000",
                "0195517e0c7b70008000000000000000",
                "{0195517e-0c7b-7000-8000-000000000000}",
                "0195517e-0c7b-7000-8000-00000000000g"
            })
    void isReadInItsOneFormOnly(String text) {
        assertThat(Uuid7.parse(text)).isEmpty();
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}

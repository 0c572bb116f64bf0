package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinkPurposeTests {
    @ParameterizedTest
    @CsvSource({
        "OPERATOR, PT1H, P30D",
        "SELF, PT15M, PT1H",
        "LOGIN_EMAIL, PT24H, P7D",
        "INVITATION, P7D, P30D",
        "AUTOMATION, PT24H, P7D"
    })
    void livesAsLongAsWishedUpToItsCap(LinkPurpose purpose, Duration usual, Duration cap) {
        assertThat(purpose.defaultLifetime()).isEqualTo(usual);
        assertThat(purpose.allowed(usual)).isEqualTo(usual);
        assertThat(purpose.allowed(cap)).isEqualTo(cap);
        assertThat(purpose.allowed(cap.plusSeconds(1))).isEqualTo(cap);
        assertThat(purpose.allowed(Duration.ofDays(10_000))).isEqualTo(cap);
    }

    @ParameterizedTest
    @EnumSource
    void livesAMinuteAtLeast(LinkPurpose purpose) {
        assertThat(purpose.allowed(Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
        assertThat(purpose.allowed(Duration.ofDays(-1))).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackFromItsWord(LinkPurpose purpose) {
        assertThat(LinkPurpose.of(purpose.word())).isEqualTo(purpose);
    }
}

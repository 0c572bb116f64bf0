package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTests {
    @ParameterizedTest
    @CsvSource({
        "OPERATOR_LINK, PT1H, P30D",
        "CHOSEN_LINK, P30D, P30D",
        "SELF_LINK, PT15M, PT1H",
        "LOGIN_EMAIL_LINK, PT24H, P7D",
        "INVITATION_LINK, P7D, P30D",
        "AUTOMATION_LINK, PT24H, P7D",
        "SESSION_IDLE, P30D, P90D",
        "SESSION_ABSOLUTE, P90D, P365D"
    })
    void hasItsUsualLifetimeUnderItsCap(Lifetime lifetime, Duration usual, Duration cap) {
        assertThat(AccessPolicy.USUAL.of(lifetime)).isEqualTo(usual);
        assertThat(lifetime.longest()).isEqualTo(cap);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, OPERATOR_LINK",
        "SELF, SELF_LINK",
        "LOGIN_EMAIL, LOGIN_EMAIL_LINK",
        "INVITATION, INVITATION_LINK",
        "AUTOMATION, AUTOMATION_LINK"
    })
    void knowsALifetimeForEachPurpose(LinkPurpose purpose, Lifetime lifetime) {
        assertThat(AccessPolicy.USUAL.of(purpose)).isEqualTo(lifetime.usual());
    }

    @ParameterizedTest
    @EnumSource
    void passesNoCap(Lifetime lifetime) {
        assertThat(lifetime.admits(lifetime.longest())).isTrue();
        assertThat(lifetime.admits(lifetime.shortest())).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(lifetime, lifetime.longest().plusSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(lifetime, lifetime.shortest().minusSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(lifetime, lifetime.shortest().plusNanos(1)));
    }

    @Test
    void namesEveryLifetime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessPolicy(Map.of()));
    }

    @Test
    void letsNothingOutliveWhatBoundsIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> with(Lifetime.CHOSEN_LINK, Duration.ofMinutes(59)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Lifetime.SESSION_ABSOLUTE, Duration.ofDays(29)));
        assertThat(with(Lifetime.CHOSEN_LINK, Duration.ofHours(1)).of(Lifetime.CHOSEN_LINK))
                .isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @EnumSource
    void cutsAWish(LinkPurpose purpose) {
        Duration longest = purpose == LinkPurpose.OPERATOR ? Duration.ofDays(30) : AccessPolicy.USUAL.of(purpose);

        assertThat(AccessPolicy.USUAL.allowed(purpose, Duration.ofDays(10_000))).isEqualTo(longest);
        assertThat(AccessPolicy.USUAL.allowed(purpose, longest.minusSeconds(1))).isEqualTo(longest.minusSeconds(1));
        assertThat(AccessPolicy.USUAL.allowed(purpose, Duration.ofDays(-1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void offersRoundLifetimesUpToTheLongest() {
        assertThat(AccessPolicy.USUAL.offered())
                .containsExactly(
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        Duration.ofDays(7),
                        Duration.ofDays(30));
        assertThat(with(Lifetime.CHOSEN_LINK, Duration.ofHours(36)).offered())
                .containsExactly(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1), Duration.ofHours(36));
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackFromThePurposesWord(LinkPurpose purpose) {
        assertThat(LinkPurpose.of(purpose.word())).isEqualTo(purpose);
    }

    private static AccessPolicy with(Lifetime lifetime, Duration length) {
        Map<Lifetime, Duration> lifetimes = new HashMap<>(AccessPolicy.USUAL.lifetimes());
        lifetimes.put(lifetime, length);
        return new AccessPolicy(lifetimes);
    }
}

package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.ApplicationKey;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PasskeyChallengesTests extends AccessTest {
    @Autowired
    ApplicationKey key;

    @Autowired
    PasskeyStore store;

    private final MovableClock clock = new MovableClock();
    private PasskeyChallenges challenges;

    @BeforeEach
    void withAClockThatMoves() {
        challenges = new PasskeyChallenges(key, store, clock);
    }

    @Test
    void areGoodForFiveMinutes() {
        String token = challenges.make("sign-in").token();
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(challenges.read("sign-in", token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(challenges.read("sign-in", token)).isEmpty();
    }

    @Test
    void areGoodForOnePurpose() {
        String token = challenges.make("sign-in").token();

        assertThat(challenges.read("prove", token)).isEmpty();
    }

    @Test
    void cannotBeProlonged() {
        byte[] token = Base64.getUrlDecoder().decode(challenges.make("sign-in").token());
        token[38]++;

        assertThat(challenges.read("sign-in", Base64.getUrlEncoder().encodeToString(token)))
                .isEmpty();
    }

    @Test
    void areSpentOnceAndLeaveNothingBehindForLong() {
        var challenge = challenges.make("sign-in");
        assertThat(challenges.spend(challenge)).isTrue();
        assertThat(challenges.spend(challenge)).isFalse();

        clock.advance(Duration.ofMinutes(6));
        challenges.spend(challenges.make("sign-in"));

        assertThat(jdbc.sql("select count(*) from passkey_challenge_spent where expires_at = ?")
                        .param(challenge.expiresAt().atOffset(java.time.ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

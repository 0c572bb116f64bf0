package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {
    private static final Passwords PASSWORDS = new Passwords();

    private static PasswordVerdict verdict(String typed) {
        return PASSWORDS.check(typed, List.of("Minji Kim", "minji.kim@acme-studio.com", "Acme Studio", "acme"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven quiet herons",
                "correct horse but another battery",
                "Tr0ub4dor-and-3-more",
                "kx7!pQ2mZv",
                "minji likes rainy mondays",
                "비가 오는 날의 고요한 왜가리"
            })
    void acceptsWhatNobodyWouldGuess(String typed) {
        assertThat(verdict(typed)).isInstanceOf(PasswordVerdict.Accepted.class);
    }

    @Test
    void refusesNineCharactersAndTakesTen() {
        assertThat(verdict("kx7!pQ2mZ")).isEqualTo(new PasswordVerdict.TooShort(9));
        assertThat(verdict("kx7!pQ2mZv")).isInstanceOf(PasswordVerdict.Accepted.class);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(verdict("🦩🌾🪷🌧🍃🪨🐟🌙🦆")).isEqualTo(new PasswordVerdict.TooShort(9));
        assertThat(verdict("🦩🌾🪷🌧🍃🪨🐟🌙🦆🌊")).isInstanceOf(PasswordVerdict.Accepted.class);
    }

    @Test
    void takes128CharactersAndNoMore() {
        String long128 = "herons and other quiet birds of the bay ".repeat(4).substring(0, 128);
        assertThat(verdict(long128)).isInstanceOf(PasswordVerdict.Accepted.class);
        assertThat(verdict(long128 + "x")).isEqualTo(new PasswordVerdict.TooLong());
        assertThat(verdict("x".repeat(1_000_000))).isEqualTo(new PasswordVerdict.TooLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password2026!",
                "P@ssw0rd123!",
                "qwertyuiop",
                "1q2w3e4r5t",
                "iloveyou2024",
                "1234567890",
                "9876543210",
                "abcdefghijkl",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "correcthorsebatterystaple",
                "tkfkdgo1234",
                "dkssudgktpdy1!",
                "Welcome2026!",
                "123sunshine123"
            })
    void refusesWhatIsTriedFirst(String typed) {
        assertThat(verdict(typed)).isEqualTo(new PasswordVerdict.Common());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acmestudio1", "minji.kim@acme-studio.com", "MinjiKim99", "Acme Studio Minji"})
    void refusesOnesOwnNames(String typed) {
        assertThat(verdict(typed)).isEqualTo(new PasswordVerdict.Personal());
    }

    @Test
    void matchesTheSamePasswordHoweverItsCharactersAreComposed() {
        var accepted = (PasswordVerdict.Accepted) verdict("caf\u00e9 by the r\u00edver");
        String hash = PASSWORDS.hash(accepted.password());

        assertThat(PASSWORDS.matches("cafe\u0301 by the ri\u0301ver", Optional.of(hash)))
                .isTrue();
        assertThat(PASSWORDS.matches("cafe by the river", Optional.of(hash))).isFalse();
    }

    @Test
    void hashesWithArgon2idAndAnotherSaltEachTime() {
        var password = ((PasswordVerdict.Accepted) verdict("seven quiet herons")).password();
        String hash = PASSWORDS.hash(password);

        assertThat(hash).startsWith("{argon2id}$argon2id$").contains("m=16384,t=2,p=1");
        assertThat(PASSWORDS.hash(password)).isNotEqualTo(hash);
        assertThat(password.toString()).doesNotContain("herons");
    }

    @Test
    void matchesNothingForSomebodyUnknown() {
        assertThat(PASSWORDS.matches("", Optional.empty())).isFalse();
        assertThat(PASSWORDS.matches("seven quiet herons", Optional.empty())).isFalse();
    }

    @Test
    void knowsThousandsOfCommonOnes() throws Exception {
        try (var file = getClass().getResourceAsStream("/passwords/common.txt")) {
            assertThat(new String(file.readAllBytes()).lines())
                    .hasSizeGreaterThan(1000)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void turnAFloodAwayInsteadOfLettingItWait() {
        List<CompletableFuture<Boolean>> flood = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> PASSWORDS.matches("guess " + i, Optional.empty()),
                        task -> Thread.ofPlatform().start(task)))
                .toList();

        long turnedAway = flood.stream()
                .filter(each -> each.handle((same, failure) -> failure != null).join())
                .count();

        assertThat(turnedAway).isBetween(30L, 60L);
        assertThatThrownBy(() -> flood.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .findFirst()
                        .orElseThrow()
                        .join())
                .hasCauseInstanceOf(PasswordsBusy.class);
    }
}

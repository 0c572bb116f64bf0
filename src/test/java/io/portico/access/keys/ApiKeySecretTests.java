package io.portico.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeySecretTests {
    @Test
    void hasAFormThatScannersFind() {
        assertThat(ApiKeySecret.random().reveal()).matches("portico_[0-9A-Za-z]{49}");
        assertThat(ApiKeySecret.of(new byte[32]).reveal()).isEqualTo("portico_" + "0".repeat(43) + "2CZclj");
    }

    @Test
    void isAnotherOneEveryTime() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ApiKeySecret.random().reveal());
        }
        assertThat(made).hasSize(1_000);
    }

    @Test
    void isReadBackWithTheSameHash() {
        ApiKeySecret secret = ApiKeySecret.random();

        assertThat(ApiKeySecret.parse(secret.reveal()).orElseThrow().hash()).isEqualTo(secret.hash());
    }

    @Test
    void isNoneWhenOneCharacterIsWrong() {
        String text = ApiKeySecret.random().reveal();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'x' ? 'y' : 'x';
            assertThat(ApiKeySecret.parse(text.substring(0, at) + other + text.substring(at + 1)))
                    .as("at %d", at)
                    .isEmpty();
        }
        assertThat(ApiKeySecret.parse(text + "0")).isEmpty();
        assertThat(ApiKeySecret.parse(text.substring(1))).isEmpty();
        assertThat(ApiKeySecret.parse("")).isEmpty();
    }

    @Test
    void isNotSaidByItsToString() {
        ApiKeySecret secret = ApiKeySecret.random();

        assertThat(secret.toString()).doesNotContain(secret.reveal().substring(12));
    }
}

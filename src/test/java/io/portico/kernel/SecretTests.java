package io.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTests {
    private static final String TEXT = "abcdefghijABCDEFGHIJ0123456789-_abcdefghijA";

    @Test
    void isAnotherOneEachTime() {
        assertThat(Stream.generate(Secret::random).limit(1000).map(Secret::reveal))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void comesBackFromItsText() {
        Secret secret = Secret.random();

        assertThat(Secret.parse(secret.reveal()).orElseThrow().hash()).isEqualTo(secret.hash());
    }

    @Test
    void isKeptAsTheSha256OfItsText() {
        assertThat(HexFormat.of().formatHex(Secret.parse(TEXT).orElseThrow().hash()))
                .isEqualTo("a4ec358fe6b3800d2d1e4b997fbcbe964d814919f6df54079374c7f40664b1dc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "abcdefghijABCDEFGHIJ0123456789-_abcdefghij",
                "abcdefghijABCDEFGHIJ0123456789-_abcdefghijAB",
                "abcdefghijABCDEFGHIJ0123456789+/abcdefghijA",
                "abcdefghijABCDEFGHIJ0123456789-_abcdefghij="
            })
    void isNotReadOutOfTextThatWasCutOrChanged(String text) {
        assertThat(Secret.parse(text)).isEmpty();
    }

    @Test
    void doesNotShowItself() {
        assertThat(Secret.parse(TEXT).orElseThrow()).hasToString("Secret[hidden]");
    }
}

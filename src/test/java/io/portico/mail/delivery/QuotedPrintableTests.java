package io.portico.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by a decoder that is not ours. */
class QuotedPrintableTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a=b",
                "지금 로그인하세요",
                "blank at the end \r\ntab at the end\t\r\nand of all ",
                "\r\n\r\n",
                ".\r\n.dot\r\n",
                "From the start"
            })
    void isReadBackAsItWas(String text) throws Exception {
        assertThat(decoded(encoded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb"})
    void endsEveryLineWithCrLf(String text) {
        assertThat(encoded(text)).isEqualTo("a\r\nb");
    }

    static Stream<String> ofAllLengths() {
        return IntStream.range(70, 160)
                .boxed()
                .flatMap(length -> Stream.of("x", "=", "é", "한", " ").map(one -> one.repeat(length)));
    }

    @ParameterizedTest
    @MethodSource("ofAllLengths")
    void hasNoLongLines(String text) throws Exception {
        assertThat(encoded(text).split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotEndWith(" "));
        assertThat(decoded(encoded(text))).isEqualTo(text);
    }

    @Test
    void bearsAnyText() throws Exception {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(300), 0, 0x500)
                    .mapToObj(c -> c % 9 == 0 ? "\r\n" : c == '\r' || c == '\n' ? " " : Character.toString(c))
                    .reduce("", String::concat);
            assertThat(decoded(encoded(text))).isEqualTo(text);
            assertThat(encoded(text)).matches("[\t\r\n -~]*").doesNotContain("=_");
        }
    }

    private static String encoded(String text) {
        return QuotedPrintable.encode(text);
    }

    private static String decoded(String encoded) throws Exception {
        var source = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII));
        return new String(MimeUtility.decode(source, "quoted-printable").readAllBytes(), StandardCharsets.UTF_8);
    }
}

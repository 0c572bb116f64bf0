package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpKeyTests {
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final TotpKey KEY = TotpKey.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, SHA-1; its codes have eight digits, of which the last six are ours. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheTestVectorsOfTheStandard(long second, String code) {
        assertThat(KEY.code(TotpKey.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void isTypedInBase32() {
        assertThat(KEY.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void isScannedWithIssuerAndAccount() {
        assertThat(KEY.uri("Portico localhost", "kim@example.com"))
                .isEqualTo("otpauth://totp/Portico%20localhost:kim%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Portico%20localhost");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void takesTheCodesOfNowAndBesideIt(int ahead) {
        long step = TotpKey.step(NOW) + ahead;

        assertThat(KEY.stepOf(KEY.code(step), NOW, 0)).hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2, 10})
    void takesNoOtherCode(int ahead) {
        assertThat(KEY.stepOf(KEY.code(TotpKey.step(NOW) + ahead), NOW, 0)).isEmpty();
    }

    @Test
    void takesNoCodeOfAStepThatWasUsedOrOneBefore() {
        long step = TotpKey.step(NOW);

        assertThat(KEY.stepOf(KEY.code(step), NOW, step)).isEmpty();
        assertThat(KEY.stepOf(KEY.code(step - 1), NOW, step)).isEmpty();
        assertThat(KEY.stepOf(KEY.code(step + 1), NOW, step)).hasValue(step + 1);
    }

    @Test
    void doesNotShowInLogs() {
        assertThat(KEY.toString()).isEqualTo("TotpKey[hidden]");
    }
}

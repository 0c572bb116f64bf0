package io.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @CsvSource({
        "010-1234-5678, 010-1234-5678",
        "+82 10 1234 5678, +82 10 1234 5678",
        "'  +1 (555)  010-9999 ', +1 (555) 010-9999",
        "(02) 123-4567, (02) 123-4567",
        "(+49) 30 1234, (+49) 30 1234",
        "01.23.45.67.89, 01 23 45 67 89",
        "030/1234567, 030 1234567",
        "０１０－１２３４－５６７８, 010-1234-5678",
        "010–1234–5678, 010-1234-5678",
        "\u202a+82 10 1234 5678\u202c, +82 10 1234 5678",
        "112, 112",
    })
    void keepsANumberAsPeopleWriteIt(String typed, String shown) {
        assertThat(PhoneNumber.parse(typed)).map(PhoneNumber::value).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "12", "+", "call me", "8.21E+11", "010-1234-5678 x9", "82+10", "++82 10 12", "-5551234"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @Test
    void refusesMoreThan32Characters() {
        assertThat(PhoneNumber.parse("1".repeat(32))).isPresent();
        assertThat(PhoneNumber.parse("1".repeat(33))).isEmpty();
    }

    @Test
    void twoSpellingsHaveTheSameDigits() {
        assertThat(PhoneNumber.parse("+82 10-1234").orElseThrow().digits()).isEqualTo("82101234");
    }

    @Test
    void isNeverHeldInAnotherFormThanTheStoredOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("010.1234"));
    }
}

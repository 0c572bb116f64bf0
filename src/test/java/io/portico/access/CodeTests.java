package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                " 012345 ",
                "012 345",
                "012-345",
                "0 1 2 3 4 5",
                "012\u2013345",
                "012\u2011345",
                "012.345",
                "012\u00a0345",
                "012\u3000345",
                "012345\n",
                "012\u200b345",
                "\ufeff012345",
                "０１２３４５"
            })
    void forgivesHowItIsTyped(String typed) {
        assertThat(Code.parse(typed)).map(Code::reveal).contains("012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "01234", "0123456", "01234a", "O12345", "0123+5", "0x2345", "٠١٢٣٤٥"})
    void refusesWhatIsNotSixDigits(String typed) {
        assertThat(Code.parse(typed)).isEmpty();
    }

    @Test
    void neverShowsItsDigitsByAccident() {
        Code code = Code.random();

        assertThat(code.reveal()).matches("[0-9]{6}");
        assertThat(code.toString()).doesNotContain(code.reveal());
    }
}

package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTests {
    @ParameterizedTest
    @ValueSource(strings = {"01abc-x9z23", "01ABC X9Z23", " 01abcx9z23 ", "OLABC—X9Z23", "o1abc‑x9z23"})
    void forgivesHowItIsTyped(String typed) {
        assertThat(RecoveryCode.parse(typed).orElseThrow().reveal()).isEqualTo("01abc-x9z23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "01abc-x9z2", "01abc-x9z234", "01abc-x9zu3"})
    void refusesWhatCannotBeOne(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    @Test
    void comesInAHandfulOfDifferentOnes() {
        assertThat(RecoveryCode.handful().stream().map(RecoveryCode::reveal).distinct())
                .hasSize(10)
                .allMatch(code -> RecoveryCode.parse(code).isPresent());
    }

    @Test
    void doesNotShowInLogs() {
        assertThat(RecoveryCode.random().toString()).isEqualTo("RecoveryCode[hidden]");
    }
}

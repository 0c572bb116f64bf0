package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandColoursTests {
    @ParameterizedTest
    @CsvSource({
        "#000000, #fff",
        "#2f5bd0, #fff",
        "#b42323, #fff",
        "#ffffff, #000",
        "#ffd400, #000",
        "#7fdbca, #000",
        "#757575, #fff",
        "#767676, #000"
    })
    void choosesTheTextThatReadsBetter(String accent, String text) {
        assertThat(BrandColours.of(accent)).isEqualTo(new BrandColours(accent, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#2f5bd0;}body{display:none", "url(//evil.example)"})
    void takesNothingButAColour(String accent) {
        assertThat(BrandColours.of(accent).accent()).isEqualTo("#2f5bd0");
    }

    @Test
    void isACustomPropertyOfTheRoot() {
        assertThat(BrandColours.of("#2f5bd0").css()).isEqualTo(":root{--accent:#2f5bd0;--accent-text:#fff}\n");
    }
}

package io.portico.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentTests {
    @Test
    void readsColoursAsPeopleTypeThem() {
        assertThat(Accent.parse(" #2F5BD0 ")).contains(new Accent("#2f5bd0"));
        assertThat(Accent.parse("2f5bd0")).contains(new Accent("#2f5bd0"));
        assertThat(Accent.parse("#25d")).contains(new Accent("#2255dd"));
        assertThat(Accent.parse("blue")).isEmpty();
        assertThat(Accent.parse("#2f5bd0;}")).isEmpty();
        assertThat(Accent.parse("")).isEmpty();
    }

    @Test
    void measuresContrastAsWcagDoes() {
        assertThat(new Accent("#000000").contrastWithWhite()).isEqualTo(21, within(0.001));
        assertThat(new Accent("#ffffff").contrastWithWhite()).isEqualTo(1, within(0.001));
        assertThat(new Accent("#767676").carriesWhiteText()).isTrue();
        assertThat(new Accent("#777777").carriesWhiteText()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"#ffd400, #ffffff", "#ffffff, #ffffff", "#0a1f44, #101216", "#000000, #101216"})
    void isMendedUntilItStandsOutAndNoFurther(String colour, String ground) {
        Accent mended = new Accent(colour).mendedFor(new Accent(ground));

        assertThat(mended.contrastWith(new Accent(ground))).isBetween(3.0, 3.3);
        assertThat(new Accent("#2f5bd0").mendedFor(Accent.WHITE)).isEqualTo(new Accent("#2f5bd0"));
    }

    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff",
        "#2f5bd0, #ffffff",
        "#b42323, #ffffff",
        "#767676, #ffffff",
        "#777777, #000000",
        "#7fdbca, #000000",
        "#ffd400, #000000",
        "#ffffff, #000000"
    })
    void isWrittenOnInWhatCanBeRead(String accent, String ink) {
        assertThat(new Accent(accent).ink()).isEqualTo(ink);
    }
}

package io.portico.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
}

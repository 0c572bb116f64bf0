package io.portico.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccentTests {
    @Test
    void writesWhiteOnDarkAndDarkOnLight() {
        assertThat(new Accent("#2f5bd0").ink()).isEqualTo("#ffffff");
        assertThat(new Accent("#ffd400").ink()).isEqualTo("#111827");
    }

    @Test
    void takesNothingButAColour() {
        assertThat(new Accent("red;x:y").css()).isEqualTo("#2f5bd0");
    }
}

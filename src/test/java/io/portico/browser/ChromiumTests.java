package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChromiumTests {
    @Test
    void takesTheFirstProgramThatIsThere() {
        assertThat(Chromium.program(null, List.of("/no/such/program", "/bin/sh")))
                .contains(Path.of("/bin/sh"));
    }

    @Test
    void takesNoOtherThanTheNamedProgram() {
        assertThat(Chromium.program("/no/such/program", List.of("/bin/sh"))).isEmpty();
    }
}

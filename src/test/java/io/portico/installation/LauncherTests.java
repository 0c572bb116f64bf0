package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./portico} says before it starts anything. */
class LauncherTests {
    private static final Path SCRIPT = Path.of("portico").toAbsolutePath();

    @Test
    void listsItsCommands() {
        Program help = portico("help");

        assertThat(help.worked()).isTrue();
        assertThat(help.said()).contains("serve [--demo] [--port N] [--data DIR]", "test", "format", "bench NAME");
    }

    @ParameterizedTest
    @EnumSource
    void listsEverySetting(Setting setting) throws IOException {
        assertThat(portico("help").said()).containsPattern(setting.variable() + "\\b");
        assertThat(Files.readString(Path.of("README.md"))).contains("`" + setting.variable() + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --frobnicate",
                "serve --port",
                "suspend acme --reason",
                "resume acme --frobnicate",
                "test --fast",
                "frobnicate",
                "bench frobnicate"
            })
    void refusesWhatItDoesNotKnowByItsName(String words) {
        List<String> said = List.of(words.split(" "));

        Program refused = portico(said.toArray(String[]::new));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.said().lines().findFirst().orElseThrow())
                .startsWith("portico: ")
                .contains(said.getLast());
    }

    private static Program portico(String... words) {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(words));
        return Program.run(command);
    }
}

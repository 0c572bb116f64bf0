package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTests {
    private static final Pattern TABLER =
            Pattern.compile("tabler\\.min\\.css\\?v=([0-9.]+)|tabler__core(?:</artifactId>\\s*<version>|/)([0-9.]+)");

    /** The style sheet imports Tabler by an address of its own, which the pages fetch ahead. */
    @Test
    void nameOneVersionOfTablerEverywhere() {
        assertThat(Stream.of(
                                "pom.xml",
                                "src/main/resources/static/portico.css",
                                "src/main/jte/layout/console.jte",
                                "src/main/jte/layout/plain.jte",
                                "src/main/java/io/portico/web/Assets.java")
                        .map(AssetsTests::tablerIn)
                        .distinct())
                .hasSize(1);
    }

    private static String tablerIn(String file) {
        MatchResult found = TABLER.matcher(read(file)).results().findFirst().orElseThrow();
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}

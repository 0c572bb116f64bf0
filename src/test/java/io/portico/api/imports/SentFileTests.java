package io.portico.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentFileTests {
    private static SentFile sent(String text) throws IOException {
        return SentFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({"'',0", "a,1", "a|,1", "a|b,2", "a|b|,2", "a+|b+|,2", "a+b+,2", "a||b,3", "|,1", "+|,1"})
    void countsLinesWhetherTheLastIsEndedOrNot(String text, int lines) throws IOException {
        try (SentFile file = sent(text.replace('|', '\n').replace('+', '\r'))) {
            assertThat(file.lines()).isEqualTo(lines);
        }
    }

    @Test
    void isReadFromItsBeginningAsOftenAsOneLikesAndHasNoName() throws IOException {
        List<Path> before = namesInTheTemporaryFolder();
        try (SentFile file = sent("Minji")) {
            for (int i = 0; i < 2; i++) {
                assertThat(file.open().readAllBytes()).asString().isEqualTo("Minji");
            }
            assertThat(namesInTheTemporaryFolder()).isEqualTo(before);
        }
    }

    private static List<Path> namesInTheTemporaryFolder() throws IOException {
        try (Stream<Path> names = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return names.filter(name -> name.getFileName().toString().startsWith("portico-import"))
                    .sorted()
                    .toList();
        }
    }
}

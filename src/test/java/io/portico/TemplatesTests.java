package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the strict content security policy and the typed pages ask of every template. */
class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^@param ");
    private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=|<style");
    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+\\s*=");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)|javascript:");
    private static final Pattern FOREIGN = Pattern.compile("\\b(?:src|srcset|href|action|content)=\"(?:https?:)?//");

    @ParameterizedTest
    @MethodSource("pages")
    void aPageTakesOneModel(Path page) throws IOException {
        assertThat(PARAMETER.matcher(Files.readString(page)).results()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("shownInBrowsers")
    void holdsNothingThatTheContentSecurityPolicyForbids(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern(STYLE)
                .doesNotContainPattern(HANDLER)
                .doesNotContainPattern(INLINE_SCRIPT);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void takesNothingFromElsewhere(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern(FOREIGN);
    }

    /** Those that fill a layout; the rest are parts of them. */
    static Stream<Path> pages() throws IOException {
        return templates().filter(template -> text(template).contains("@template.layout."));
    }

    /** Mails go to programs that know no style sheets but those in the attributes. */
    static Stream<Path> shownInBrowsers() throws IOException {
        return templates().filter(template -> !template.startsWith(TEMPLATES.resolve("mail")));
    }

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        }
    }

    private static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

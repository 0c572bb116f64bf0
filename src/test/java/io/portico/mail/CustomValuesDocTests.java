package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/custom-values.md} names all custom values, and none that is not there. */
class CustomValuesDocTests {
    private static final Pattern NAME = Pattern.compile("\\{\\{([^}|]+?)\\s*(?:\\|[^}]*)?}}");
    private static final Set<String> EXAMPLES =
            Set.of("contact.custom.FIELD", "contact.custom.annual_revenue", "contact.custom.회사명", "custom_values.NAME");

    private static String doc() throws IOException {
        return Files.readString(Path.of("docs/custom-values.md"));
    }

    @Test
    void nameAllValuesAndAliases() throws IOException {
        assertThat(doc())
                .contains(CustomValue.STANDARD.stream()
                        .map(value -> "| `" + value.tag() + "` |")
                        .toList())
                .contains(Vocabulary.ALIASES.keySet().stream()
                        .map(alias -> "`{{" + alias + "}}`")
                        .toList());
    }

    @Test
    void nameNoOthers() throws IOException {
        Set<String> named =
                NAME.matcher(doc()).results().map(found -> found.group(1)).collect(Collectors.toSet());

        assertThat(named.stream().filter(name -> Vocabulary.STANDARD.named(name).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(EXAMPLES);
    }

    @Test
    void tellTheLimits() throws IOException {
        Stream<Integer> limits = Stream.of(
                TextPlace.SUBJECT.longest(),
                TextPlace.BUTTON.longest(),
                TextPlace.BODY.longest(),
                OwnValue.MOST,
                OwnValue.LONGEST_KEY,
                OwnValue.LONGEST_VALUE,
                CustomText.LONGEST_VALUE);

        assertThat(doc()).contains(limits.map("%,d"::formatted).toList());
    }
}

package io.portico.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portico.activity.FactKind;
import io.portico.kernel.Language;
import io.portico.web.Languages;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every fact there is can be told in every language, with whoever did it and whoever it is about. */
class FactMessagesTests extends io.portico.PorticoTest {
    @Autowired
    Languages languages;

    static Stream<String> kinds() {
        List<String> kinds = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.portico").stream()
                        .filter(each -> each.isAnnotatedWith(FactKind.class))
                        .map(FactMessagesTests::kindOf)
                        .sorted()
                        .toList();
        assertThat(kinds).as("facts found").hasSizeGreaterThan(10).doesNotHaveDuplicates();
        return kinds.stream();
    }

    private static String kindOf(JavaClass fact) {
        return fact.getAnnotationOfType(FactKind.class).value();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isToldInEveryLanguage(String kind) {
        for (Language language : Language.values()) {
            String sentence = languages.texts(language, ZoneOffset.UTC).fact(kind, "Dana", "Minji", "7");
            assertThat(sentence)
                    .as("fact.%s in %s", kind, language)
                    .isNotEqualTo(kind)
                    .doesNotContain("{");
        }
    }
}

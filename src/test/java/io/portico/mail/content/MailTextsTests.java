package io.portico.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.kernel.Language;
import io.portico.mail.MailTemplate;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTests {
    private static final List<String> PARTS = List.of("subject", "preheader", "body", "button");
    private static final List<String> SHARED = List.of(
            "mail.note",
            "mail.code",
            "mail.code.hint",
            "mail.link",
            "mail.foot.support",
            "mail.foot.terms",
            "mail.foot.privacy",
            "mail.footer.contact",
            "mail.footer.operator");

    @ParameterizedTest
    @ValueSource(strings = {"messages/mail.properties", "messages/mail_ko.properties"})
    void haveEachPartOfEachTemplateAndNothingElse(String file) throws Exception {
        Stream<String> ofTemplates = Arrays.stream(MailTemplate.values())
                .filter(MailTemplate::isEditable)
                .flatMap(template -> PARTS.stream().map(part -> "mail." + template.word() + "." + part));

        assertThat(keys(file).filter(key -> key.startsWith("mail.")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ofTemplates, SHARED.stream()).toList());
    }

    @Test
    void areReadInEveryLanguage() {
        var texts = new MailTexts();

        for (Language language : Language.values()) {
            assertThat(texts.words(new TemplateKey(MailTemplate.SIGN_IN, language))
                            .subject())
                    .as(language.tag())
                    .contains("{{workspace.name}}");
        }
    }

    private static Stream<String> keys(String file) throws Exception {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                MailTexts.class.getClassLoader().getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream();
    }
}

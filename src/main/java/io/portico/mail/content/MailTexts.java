package io.portico.mail.content;

import io.portico.kernel.Language;
import io.portico.mail.CustomText;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.Vocabulary;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The default texts of all mails: the keys {@code mail.…} of {@code messages/mail.properties} and its translations. They
 * hold custom values, not ICU arguments, so they are read from there as they stand. A text that is wrong stops the start.
 */
@Component
class MailTexts {
    private static final String PREFIX = "mail.";

    private final Map<Language, Map<String, CustomText>> texts = new EnumMap<>(Language.class);
    private final Map<TemplateKey, MailWords> words = new HashMap<>();

    MailTexts() {
        for (Language language : Language.values()) {
            texts.put(language, load(language));
            Arrays.stream(MailTemplate.values())
                    .filter(MailTemplate::isEditable)
                    .map(template -> new TemplateKey(template, language))
                    .forEach(key -> words.put(key, checked(key)));
        }
    }

    /** @throws IllegalStateException for a template that lacks one: a mistake in Portico */
    MailWords words(TemplateKey key) {
        MailWords found = words.get(key);
        if (found == null) {
            throw new IllegalStateException("no texts of " + key);
        }
        return found;
    }

    private MailWords checked(TemplateKey key) {
        var written =
                new MailWords(part(key, "subject"), part(key, "preheader"), part(key, "body"), part(key, "button"));
        return switch (WordsReader.of(written, Vocabulary.STANDARD).check()) {
            case WordsCheck.Accepted(MailWords accepted) -> accepted;
            case WordsCheck.Refused(var faults) -> throw new IllegalStateException(faults + " in the texts of " + key);
        };
    }

    private String part(TemplateKey key, String part) {
        return of(key.language(), PREFIX + key.template().word() + "." + part).written();
    }

    /** A text that mails share. */
    CustomText of(Language language, String key) {
        CustomText text = texts.getOrDefault(language, Map.of()).get(key);
        if (text == null) {
            throw new IllegalStateException("no mail text " + key + " in " + language);
        }
        return text;
    }

    private static Map<String, CustomText> load(Language language) {
        Map<String, CustomText> all = new HashMap<>();
        read(file(language)).forEach((key, text) -> {
            if (key.toString().startsWith(PREFIX)) {
                all.put(key.toString(), CustomText.of(text.toString()));
            }
        });
        return Map.copyOf(all);
    }

    private static String file(Language language) {
        return switch (language) {
            case EN -> "messages/mail.properties";
            case KO -> "messages/mail_ko.properties";
        };
    }

    private static Properties read(String file) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

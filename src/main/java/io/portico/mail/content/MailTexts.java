package io.portico.mail.content;

import io.portico.kernel.Language;
import io.portico.mail.CustomText;
import io.portico.mail.MailTemplate;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    MailTexts() {
        for (Language language : Language.values()) {
            texts.put(language, load(language));
        }
    }

    /** One part of a template's text: subject, preheader, body or button. */
    CustomText of(Language language, MailTemplate template, String part) {
        return of(language, PREFIX + template.word() + "." + part);
    }

    /** @throws IllegalStateException for a key that the language lacks: a mistake in Portico */
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

package io.portico.web;

import com.ibm.icu.text.MessageFormat;
import io.portico.kernel.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All text of Portico, from {@code messages/*.properties} (English) and {@code messages/*_ko.properties}, in UTF-8 and
 * ICU message format: {@code {0}} is the first argument, {@code {0,plural,one{# mail} other{# mails}}} counts.
 */
@Component
public class Messages {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            texts.put(language, load(language));
            formats.put(language, new ConcurrentHashMap<>());
        }
    }

    /** @throws IllegalStateException for a key that the language's bundles lack: a mistake in Portico */
    public String say(Language language, String key, Object... arguments) {
        return find(language, key, arguments)
                .orElseThrow(() -> new IllegalStateException("no message " + key + " in " + language));
    }

    public Optional<String> find(Language language, String key, Object... arguments) {
        return Optional.ofNullable(textsOf(language).get(key)).map(text -> format(language, key, text, arguments));
    }

    private String format(Language language, String key, String text, Object... arguments) {
        if (arguments.length == 0 && text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        MessageFormat format =
                formatsOf(language).computeIfAbsent(key, k -> new MessageFormat(text, language.locale()));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private Map<String, String> textsOf(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private Map<String, MessageFormat> formatsOf(Language language) {
        return formats.computeIfAbsent(language, l -> new ConcurrentHashMap<>());
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                if (isOf(language, String.valueOf(file.getFilename()))) {
                    read(file).forEach((key, text) -> all.put(key.toString(), text.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    private static boolean isOf(Language language, String file) {
        return language == Language.EN ? !file.contains("_") : file.endsWith("_" + language.tag() + ".properties");
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}

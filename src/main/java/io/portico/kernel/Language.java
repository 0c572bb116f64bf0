package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The languages Portico speaks, by BCP 47 tag. */
public enum Language {
    EN(Locale.ENGLISH, "English"),
    KO(Locale.KOREAN, "한국어");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** How its speakers write it; never translated. */
    public String ownName() {
        return ownName;
    }

    @JsonValue
    public String tag() {
        return locale.getLanguage();
    }

    @JsonCreator
    public static Language of(String tag) {
        return parse(tag).orElseThrow(() -> new IllegalArgumentException("not a language of Portico: " + tag));
    }

    /** Understands "ko", "ko-KR" and "ko_KR"; empty for languages Portico does not speak. */
    public static Optional<Language> parse(String tag) {
        String language = Locale.forLanguageTag(tag.trim().replace('_', '-')).getLanguage();
        for (Language each : values()) {
            if (each.tag().equals(language)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

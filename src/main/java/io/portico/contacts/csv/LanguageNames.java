package io.portico.contacts.csv;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages as people name them: by code ({@code ko}, {@code en_US}, {@code kor}) or name (Korean, 한국어, Deutsch). */
final class LanguageNames {
    private static final Map<String, String> CODES = codes();

    private LanguageNames() {}

    /** The two-letter code of ISO 639; the region is dropped. */
    static Optional<String> codeOf(String name) {
        String key = key(name);
        String primary = key.replaceFirst("[-_(\\s].*", "");
        return Optional.ofNullable(CODES.get(key)).or(() -> Optional.ofNullable(CODES.get(primary)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.of(code);
            codes.put(code, code);
            codes.put(language.getISO3Language(), code);
            for (Locale reader : new Locale[] {Locale.ENGLISH, Locale.KOREAN, language}) {
                codes.putIfAbsent(key(language.getDisplayLanguage(reader)), code);
            }
        }
        codes.put("한글", "ko");
        return Map.copyOf(codes);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}

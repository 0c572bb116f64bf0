package io.portico.console.brand;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.workspace.Brand;
import io.portico.workspace.WebLink;
import java.util.HashMap;
import java.util.Map;

/** A brand as it was typed, by the names of the fields; a welcome text is under {@code welcome-} and its language. */
record BrandForm(Map<String, String> typed) {
    static final String TAKE = "take";

    BrandForm {
        typed = Map.copyOf(typed);
    }

    static BrandForm of(Brand brand) {
        Map<String, String> values = new HashMap<>();
        values.put("name", brand.name());
        values.put("description", brand.words().description());
        values.put("accent", brand.accent().value());
        values.put("band", brand.band().value());
        values.put("footer", brand.words().footer());
        for (Language language : Language.values()) {
            values.put(welcomeName(language), brand.words().welcome(language).orElse(""));
        }
        values.put("support", brand.links().support().map(EmailAddress::value).orElse(""));
        values.put("terms", brand.links().terms().map(WebLink::value).orElse(""));
        values.put("privacy", brand.links().privacy().map(WebLink::value).orElse(""));
        return new BrandForm(values);
    }

    static String welcomeName(Language language) {
        return "welcome-" + language.tag();
    }

    /** Without what a browser adds to lines. */
    String of(String field) {
        return typed.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    /** The accent: the proposed one, when its button was pressed. */
    String accent() {
        return typed.containsKey(TAKE) ? of(TAKE) : of("accent");
    }
}

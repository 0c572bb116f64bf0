package io.portico.console.mails;

import io.portico.mail.OwnValue;
import io.portico.mail.SingleLine;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.Locale;
import java.util.Optional;

/** Reads a typed custom value; what cannot be is told beside its field. */
record TypedValue(Texts texts, FormErrors errors) {
    /** What is pasted with its braces and noun is understood too. */
    private static final String NOUN = "custom_values.";

    Optional<OwnValue> read(OwnValueForm form) {
        Optional<String> key = key(form.key());
        Optional<String> value = value(form.value());
        return key.flatMap(known -> value.map(text -> new OwnValue(known, text)));
    }

    private Optional<String> key(String typed) {
        String bare = typed.replaceAll("[{}\\s]", "").toLowerCase(Locale.ROOT);
        String key = bare.startsWith(NOUN) ? bare.substring(NOUN.length()) : bare;
        if (!OwnValue.isKey(key)) {
            errors.put("key", texts.t("own-values.key.form", OwnValue.LONGEST_KEY));
            return Optional.empty();
        }
        return Optional.of(key);
    }

    Optional<String> value(String typed) {
        Optional<String> value = OwnValue.valueOf(typed);
        if (value.isEmpty()) {
            int length = SingleLine.of(typed).length();
            errors.put(
                    "value",
                    length == 0
                            ? texts.t("own-values.value.empty")
                            : texts.t("own-values.value.long", OwnValue.LONGEST_VALUE, length));
        }
        return value;
    }
}

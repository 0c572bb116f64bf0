package io.portico.console.settings;

import io.portico.mail.MailPace;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast the mails of runs may leave, as it was typed: a number of mails a minute, or nothing for no limit. */
public record MailPaceForm(String perMinute, String perDomain) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    public MailPaceForm(@Nullable String perMinute, @Nullable String perDomain) {
        this.perMinute = perMinute == null ? "" : perMinute.strip();
        this.perDomain = perDomain == null ? "" : perDomain.strip();
    }

    static MailPaceForm of(MailPace pace) {
        return new MailPaceForm(text(pace.perMinute()), text(pace.perDomain()));
    }

    private static String text(OptionalInt limit) {
        return limit.isPresent() ? Integer.toString(limit.getAsInt()) : "";
    }

    /** Empty when something is wrong, which the errors then say. */
    Optional<MailPace> read(Texts texts, FormErrors errors) {
        OptionalInt all = limit("perMinute", perMinute, texts, errors);
        OptionalInt each = limit("perDomain", perDomain, texts, errors);
        return errors.isEmpty() ? Optional.of(new MailPace(all, each)) : Optional.empty();
    }

    /** Full-width digits and separators of thousands are forgiven. */
    private static OptionalInt limit(String field, String typed, Texts texts, FormErrors errors) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,.]", "");
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        int limit = NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (limit < 1 || limit > MailPace.MOST) {
            errors.put(field, texts.t("pace.invalid", typed, texts.number(MailPace.MOST)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(limit);
    }
}

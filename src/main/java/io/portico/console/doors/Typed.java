package io.portico.console.doors;

import io.portico.access.NewPassword;
import io.portico.access.PasswordVerdict;
import io.portico.access.Passwords;
import io.portico.installation.Installation;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.SlugFault;
import io.portico.kernel.ZoneNames;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Reads what an operator typed; what cannot be accepted is empty, and the errors say beside which field and why. */
public record Typed(Texts texts, FormErrors errors) {
    private static final int LONGEST_NAME = 80;

    public Optional<String> name(String field, String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            return refused(field, texts.t("doors.field.empty"));
        }
        if (name.length() > LONGEST_NAME) {
            return refused(field, texts.t("doors.field.long", LONGEST_NAME, name.length()));
        }
        return name.codePoints().anyMatch(Typed::isInvisible)
                ? refused(field, texts.t("doors.field.characters"))
                : Optional.of(name);
    }

    public Optional<EmailAddress> email(String field, String typed) {
        if (typed.isBlank()) {
            return refused(field, texts.t("doors.field.empty"));
        }
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        return address.isPresent() ? address : refused(field, texts.t("doors.field.email"));
    }

    public Optional<Slug> slug(String field, String typed, Installation installation) {
        if (typed.isBlank()) {
            return refused(field, texts.t("doors.field.empty"));
        }
        String name = typed.strip().toLowerCase(Locale.ROOT);
        Optional<SlugFault> fault = Slug.fault(name);
        if (fault.isPresent()) {
            return refused(field, texts.label(fault.get()));
        }
        return installation.hasConsoleAt(name)
                ? refused(field, texts.t("doors.field.slug-of-console"))
                : Slug.parse(name);
    }

    public Optional<Language> language(String field, String typed) {
        Optional<Language> language = Language.parse(typed);
        return language.isPresent() ? language : refused(field, texts.t("doors.field.choose"));
    }

    public Optional<ZoneId> timeZone(String field, String typed) {
        Optional<ZoneId> zone = ZoneNames.parse(typed);
        return zone.isPresent() ? zone : refused(field, texts.t("doors.field.choose"));
    }

    public Optional<NewPassword> password(String field, PasswordVerdict verdict) {
        return switch (verdict) {
            case PasswordVerdict.Accepted(NewPassword password) -> Optional.of(password);
            case PasswordVerdict.TooShort(int found) ->
                refused(field, texts.t("doors.password.short", Passwords.SHORTEST, found));
            case PasswordVerdict.TooLong tooLong -> refused(field, texts.t("doors.password.long", Passwords.LONGEST));
            case PasswordVerdict.Common common -> refused(field, texts.t("doors.password.common"));
            case PasswordVerdict.Personal personal -> refused(field, texts.t("doors.password.personal"));
        };
    }

    private <T> Optional<T> refused(String field, String message) {
        errors.put(field, message);
        return Optional.empty();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}

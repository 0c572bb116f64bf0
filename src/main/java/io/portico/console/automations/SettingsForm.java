package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Name of an automation, and when somebody may enter it again, as they were typed.
 *
 * @param again days; empty or 0 for never
 */
public record SettingsForm(String name, String again) {
    private static final int MOST_DAYS = 365;

    public SettingsForm(@Nullable String name, @Nullable String again) {
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.again = Objects.requireNonNullElse(again, "").strip();
    }

    static SettingsForm of(Automation automation) {
        long days = automation.draft().again().toDays();
        return new SettingsForm(automation.name(), days == 0 ? "" : String.valueOf(days));
    }

    FormErrors check(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (name.isEmpty() || name.length() > Automation.LONGEST_NAME) {
            errors.put("name", texts.t("automations.name.wrong", Automation.LONGEST_NAME));
        }
        if (!again.isEmpty() && (!again.matches("[0-9]{1,3}") || Integer.parseInt(again) > MOST_DAYS)) {
            errors.put("again", texts.t("automations.days.wrong", MOST_DAYS));
        }
        return errors;
    }

    /** @throws NumberFormatException before it was checked */
    Duration pause() {
        return again.isEmpty() ? Duration.ZERO : Duration.ofDays(Integer.parseInt(again));
    }
}

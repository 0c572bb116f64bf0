package io.portico.console.automations;

import io.portico.automation.TriggerKind;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The choice among triggers, or among events to wait for.
 *
 * @param eventsOnly leaves out what time alone brings about
 */
public record TriggerChoice(ConsoleVisit visit, TriggerForm form, FormErrors errors, boolean eventsOnly) {
    public List<TriggerKind> kinds() {
        return Arrays.stream(TriggerKind.values())
                .filter(kind -> !eventsOnly || kind.isEvent())
                .toList();
    }

    public boolean isChosen(TriggerKind kind) {
        return kind.word().equals(form.on());
    }

    public String value(TriggerKind kind) {
        return form.valueOf(kind);
    }

    public String label(TriggerKind kind) {
        return visit.texts().label(kind);
    }

    public boolean needsTag(TriggerKind kind) {
        return kind.needs() == TriggerKind.Needs.TAG;
    }

    public boolean needsDays(TriggerKind kind) {
        return kind.needs() == TriggerKind.Needs.DAYS;
    }

    public String tagLabel() {
        return visit.t("automations.tag");
    }

    public String daysLabel() {
        return visit.t("automations.days");
    }

    public Optional<String> error(TriggerKind kind) {
        return errors.of(kind.word());
    }

    public Optional<String> error() {
        return errors.of("on");
    }
}

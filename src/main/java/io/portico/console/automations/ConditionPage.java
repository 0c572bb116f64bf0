package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.contacts.MembershipState;
import io.portico.kernel.Language;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.Arrays;
import java.util.Optional;

/** Adds a condition. */
public record ConditionPage(ConsoleVisit visit, Automation automation, ConditionForm form, FormErrors errors)
        implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String back() {
        return visit.at("/automations/" + automation.id() + "/edit");
    }

    public MembershipState[] states() {
        return MembershipState.values();
    }

    public boolean has(MembershipState state) {
        return form.state().contains(state.word());
    }

    public boolean isBy(String by) {
        return form.by().equals(by);
    }

    public Optional<String> error(String name) {
        return errors.of(name);
    }

    public Field tag() {
        return Field.text("tag", t("automations.tag"), form.tag(), errors);
    }

    public Field language() {
        return Field.select(
                "language",
                t("automations.language"),
                form.language(),
                Arrays.stream(Language.values())
                        .map(each -> new Field.Option(each.tag(), each.ownName()))
                        .toList(),
                errors);
    }

    public Field field() {
        return Field.text("field", t("automations.field.name"), form.field(), errors);
    }

    public Field value() {
        return Field.text("value", t("automations.field.value"), form.value(), errors);
    }
}

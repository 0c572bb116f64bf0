package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.automation.StepKind;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;

/** The draft of an automation as a list to change. */
public record AutomationEditorPage(
        ConsoleVisit visit, Sayings sayings, Automation automation, SettingsForm form, FormErrors errors)
        implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public Field name() {
        return Field.text("name", t("automations.name"), form.name(), errors)
                .hint(t("automations.name.hint"))
                .needed();
    }

    public Field again() {
        return Field.text("again", t("automations.again"), form.again(), errors)
                .type("number")
                .hint(t("automations.again.hint"));
    }

    public String at(String below) {
        return visit.at("/automations/" + automation.id() + "/edit" + below);
    }

    public StepKind[] kinds() {
        return StepKind.values();
    }

    public boolean isLast(int n) {
        return n == automation.draft().steps().size() - 1;
    }
}

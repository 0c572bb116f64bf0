package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;

/** Chooses what makes a contact enter. */
public record TriggerPage(ConsoleVisit visit, Automation automation, TriggerChoice choice) implements PageModel {
    static TriggerPage of(ConsoleVisit visit, Automation automation, TriggerForm form, FormErrors errors) {
        return new TriggerPage(visit, automation, new TriggerChoice(visit, form, errors, false));
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String back() {
        return visit.at("/automations/" + automation.id() + "/edit");
    }
}

package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;

/** Asks before an automation is removed. */
public record AutomationRemovalPage(ConsoleVisit visit, Automation automation) implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

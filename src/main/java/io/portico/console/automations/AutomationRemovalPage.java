package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;

/**
 * Asks before an automation is removed.
 *
 * @param inside how many contacts will go no further
 */
public record AutomationRemovalPage(ConsoleVisit visit, Automation automation, long inside) implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

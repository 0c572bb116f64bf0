package io.portico.console.settings;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;

/** Whether operators need a second step to get into the workspace; owners change it. */
public record SecondStepRulePage(ConsoleVisit visit, boolean required) implements PageModel {
    public boolean mayChange() {
        return visit.may(Permission.REQUIRE_SECOND_STEP);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

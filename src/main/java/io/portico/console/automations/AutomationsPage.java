package io.portico.console.automations;

import io.portico.automation.Attendance;
import io.portico.automation.Automation;
import io.portico.automation.Recipe;
import io.portico.kernel.AutomationId;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The automations of a workspace, and the ready-made ones that it has not taken yet. */
public record AutomationsPage(
        ConsoleVisit visit, Sayings sayings, List<Automation> automations, Map<AutomationId, Attendance> attendance)
        implements PageModel {
    public AutomationsPage {
        automations = List.copyOf(automations);
        attendance = Map.copyOf(attendance);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public boolean mayManage() {
        return visit.may(Permission.MANAGE_WORKSPACE);
    }

    public List<Recipe> recipes() {
        return Arrays.stream(Recipe.values())
                .filter(recipe -> automations.stream()
                        .noneMatch(each -> each.recipe().filter(recipe::equals).isPresent()))
                .toList();
    }

    /** What the recipe does, in a sentence. */
    public String text(Recipe recipe) {
        return switch (recipe) {
            case REMIND_INVITED -> t("automations.remind-invited");
            case WELCOME -> t("automations.welcome");
            case WAKE_DORMANT -> t("automations.wake-dormant");
            case INVITE_CLIENTS -> t("automations.invite-clients", Recipe.TAG);
        };
    }

    public Attendance attendanceOf(Automation automation) {
        return attendance.getOrDefault(automation.id(), Attendance.NONE);
    }

    public String pathOf(Automation automation) {
        return visit.at("/automations/" + automation.id());
    }
}

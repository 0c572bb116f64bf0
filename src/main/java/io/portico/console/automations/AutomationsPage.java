package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.automation.AutomationState;
import io.portico.automation.Recipe;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ready-made automations, those that are on with their counts. */
public record AutomationsPage(ConsoleVisit visit, List<Line> lines) implements PageModel {
    /** A recipe, and what became of it; empty while it was never switched on. */
    public record Line(Recipe recipe, Optional<Automation> automation) {
        public boolean isOn() {
            return automation
                    .filter(each -> each.state() == AutomationState.ACTIVE)
                    .isPresent();
        }
    }

    public AutomationsPage {
        lines = List.copyOf(lines);
    }

    static AutomationsPage of(ConsoleVisit visit, List<Automation> all) {
        return new AutomationsPage(
                visit,
                Arrays.stream(Recipe.values())
                        .map(recipe -> new Line(
                                recipe,
                                all.stream()
                                        .filter(each -> each.recipe() == recipe)
                                        .findFirst()))
                        .toList());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public boolean mayManage() {
        return visit.may(Permission.MANAGE_WORKSPACE);
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

    public String pathOf(Recipe recipe) {
        return visit.at("/automations/recipe?name=" + recipe.word());
    }
}

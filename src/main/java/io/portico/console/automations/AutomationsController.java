package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.AutomationHistory;
import io.portico.automation.Automations;
import io.portico.automation.Definition;
import io.portico.automation.Recipe;
import io.portico.automation.Trigger;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of automations: begins new ones, and takes ready-made ones. */
@ConsoleController
class AutomationsController {
    private final Templates templates;
    private final Automations automations;
    private final AutomationHistory history;
    private final StepReader reader;

    AutomationsController(Templates templates, Automations automations, AutomationHistory history, StepReader reader) {
        this.templates = templates;
        this.automations = automations;
        this.history = history;
        this.reader = reader;
    }

    @GetMapping("/w/{workspace}/automations")
    @Needs(Permission.READ)
    Answer list(ConsoleVisit visit) {
        return Answer.page(templates.consoleAutomationsList(new AutomationsPage(
                visit,
                reader.sayings(visit),
                automations.all(visit.workspaceId()),
                history.attendance(visit.workspaceId()))));
    }

    /** A draft with nothing in it, which leads straight to the editor. */
    @PostMapping("/w/{workspace}/automations")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer begin(ConsoleVisit visit) {
        Definition blank = Definition.once(new Trigger.Joined(), List.of());
        Optional<Automation> made =
                automations.create(visit.workspaceId(), visit.texts().t("automations.untitled"), blank);
        return made.<Answer>map(each -> Answer.seeOther(visit.at("/automations/" + each.id() + "/edit")))
                .orElseGet(() -> tooMany(visit));
    }

    @PostMapping("/w/{workspace}/automations/recipe")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer take(ConsoleVisit visit, @RequestParam(defaultValue = "") String name) {
        Recipe recipe = Recipe.parse(name).orElseThrow(() -> new NotFound("recipe"));
        return automations
                .switchOn(visit.workspaceId(), recipe, visit.texts().label(recipe), visit.actor())
                .<Answer>map(made -> Answer.seeOther(visit.at("/automations/" + made.id()))
                        .saying(
                                made.isActive()
                                        ? Notice.done("automations.switched-on", made.name())
                                        : Notice.warning("automations.empty")))
                .orElseGet(() -> tooMany(visit));
    }

    private static Answer tooMany(ConsoleVisit visit) {
        return Answer.seeOther(visit.at("/automations"))
                .saying(Notice.warning("automations.too-many", Automations.MOST));
    }
}

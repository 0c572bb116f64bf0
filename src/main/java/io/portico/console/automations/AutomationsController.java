package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.Automations;
import io.portico.automation.EntryLine;
import io.portico.automation.Recipe;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.EmailAddress;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches automations on and pauses them, and shows what they do and did. */
@ConsoleController
class AutomationsController {
    private static final int LATEST = 50;

    private final Templates templates;
    private final Automations automations;
    private final Contacts contacts;

    AutomationsController(Templates templates, Automations automations, Contacts contacts) {
        this.templates = templates;
        this.automations = automations;
        this.contacts = contacts;
    }

    @GetMapping("/w/{workspace}/automations")
    @Needs(Permission.READ)
    Answer list(ConsoleVisit visit) {
        return Answer.page(
                templates.consoleAutomationsList(AutomationsPage.of(visit, automations.all(visit.workspaceId()))));
    }

    @GetMapping("/w/{workspace}/automations/recipe")
    @Needs(Permission.READ)
    Answer show(
            ConsoleVisit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email) {
        Recipe recipe = recipe(name);
        Optional<Automation> automation = automations.of(visit.workspaceId(), recipe);
        List<EntryLine> history = automation
                .map(each -> automations.history(visit.workspaceId(), each.id(), LATEST))
                .orElse(List.of());
        return Answer.page(templates.consoleAutomationsRecipe(new RecipePage(
                visit,
                recipe,
                automation,
                automations.steps(recipe),
                history,
                contacts.names(
                        visit.workspaceId(),
                        history.stream().map(EntryLine::contact).collect(Collectors.toSet())),
                trial(visit, recipe, email))));
    }

    private RecipePage.Trial trial(ConsoleVisit visit, Recipe recipe, String email) {
        Optional<Contact> contact =
                EmailAddress.parse(email.strip()).flatMap(each -> contacts.withEmail(visit.workspaceId(), each));
        return new RecipePage.Trial(
                email.strip(),
                contact,
                contact.map(each -> automations.dryRun(visit.workspaceId(), recipe, each.id())));
    }

    @PostMapping("/w/{workspace}/automations/on")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer switchOn(ConsoleVisit visit, @RequestParam(defaultValue = "") String name) {
        Recipe recipe = recipe(name);
        automations.switchOn(visit.workspaceId(), recipe, visit.actor());
        return back(visit).saying(Notice.done("automations.switched-on", visit.label(recipe)));
    }

    @PostMapping("/w/{workspace}/automations/pause")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer pause(ConsoleVisit visit, @RequestParam(defaultValue = "") String name) {
        Recipe recipe = recipe(name);
        automations.pause(visit.workspaceId(), recipe, visit.actor());
        return back(visit).saying(Notice.done("automations.paused", visit.label(recipe)));
    }

    private static Answer.SeeOther back(ConsoleVisit visit) {
        return Answer.seeOther(visit.at("/automations"));
    }

    private static Recipe recipe(String name) {
        return Recipe.parse(name).orElseThrow(() -> new NotFound("recipe"));
    }
}

package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.Condition;
import io.portico.automation.Definition;
import io.portico.automation.Trigger;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the draft of an automation: its name, who enters, and how often. */
@ConsoleController
class EditorController {
    private final Templates templates;
    private final VisitedAutomations visited;
    private final StepReader reader;

    EditorController(Templates templates, VisitedAutomations visited, StepReader reader) {
        this.templates = templates;
        this.visited = visited;
        this.reader = reader;
    }

    @GetMapping("/w/{workspace}/automations/{automation}/edit")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer edit(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        return Answer.page(templates.consoleAutomationsEditor(new AutomationEditorPage(
                visit, reader.sayings(visit), found, SettingsForm.of(found), FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/edit/settings")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer settings(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "0") int edition,
            @ModelAttribute SettingsForm form) {
        Automation found = visited.find(visit, automation);
        FormErrors errors = form.check(visit.texts());
        if (!errors.isEmpty()) {
            return Answer.invalid(templates.consoleAutomationsEditor(
                    new AutomationEditorPage(visit, reader.sayings(visit), found, form, errors)));
        }
        return visited.edit(visit, found, edition, form.name(), draft -> draft.againAfter(form.pause()), "settings");
    }

    @GetMapping("/w/{workspace}/automations/{automation}/edit/trigger")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer trigger(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        TriggerForm form = TriggerForm.of(found.draft().trigger());
        return Answer.page(templates.consoleAutomationsTrigger(TriggerPage.of(visit, found, form, FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/edit/trigger")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer choose(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "0") int edition,
            @ModelAttribute TriggerForm form) {
        Automation found = visited.find(visit, automation);
        FormErrors errors = FormErrors.none();
        Optional<Trigger> trigger = form.read(visit.texts(), errors);
        return trigger.map(on -> visited.edit(visit, found, edition, draft -> draft.startedBy(on), "start"))
                .orElseGet(() -> Answer.invalid(
                        templates.consoleAutomationsTrigger(TriggerPage.of(visit, found, form, errors))));
    }

    @GetMapping("/w/{workspace}/automations/{automation}/edit/condition")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer condition(ConsoleVisit visit, @PathVariable String automation) {
        return Answer.page(templates.consoleAutomationsCondition(
                new ConditionPage(visit, visited.find(visit, automation), ConditionForm.empty(), FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/edit/condition")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer addCondition(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "0") int edition,
            @ModelAttribute ConditionForm form) {
        Automation found = visited.find(visit, automation);
        FormErrors errors = FormErrors.none();
        Optional<Condition> condition = form.read(visit.texts(), errors);
        if (found.draft().conditions().size() >= Definition.MOST_CONDITIONS) {
            errors.put("by", visit.t("automations.conditions.most", Definition.MOST_CONDITIONS));
        }
        return condition
                .filter(each -> errors.isEmpty())
                .map(each -> visited.edit(
                        visit,
                        found,
                        edition,
                        draft -> draft.withConditions(all -> {
                            all.add(each);
                            return all;
                        }),
                        "conditions"))
                .orElseGet(() -> Answer.invalid(
                        templates.consoleAutomationsCondition(new ConditionPage(visit, found, form, errors))));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/edit/condition/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer removeCondition(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam(defaultValue = "-1") int n) {
        return visited.edit(
                visit,
                visited.find(visit, automation),
                edition,
                draft -> draft.withConditions(all -> {
                    if (n >= 0 && n < all.size()) {
                        all.remove(n);
                    }
                    return all;
                }),
                "conditions");
    }
}

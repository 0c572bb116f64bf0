package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.automation.Automation;
import io.portico.automation.Definition;
import io.portico.automation.Step;
import io.portico.automation.StepKind;
import io.portico.automation.Trigger;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds, changes, moves and removes the steps of a draft. */
@ConsoleController
class StepsController {
    private final Templates templates;
    private final VisitedAutomations visited;
    private final StepReader reader;

    StepsController(Templates templates, VisitedAutomations visited, StepReader reader) {
        this.templates = templates;
        this.visited = visited;
        this.reader = reader;
    }

    /** The form of a step that is there, or of a new one of this kind; what needs no form is added at once, by POST. */
    @GetMapping("/w/{workspace}/automations/{automation}/edit/step")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer step(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "-1") int n) {
        Automation found = visited.find(visit, automation);
        Optional<Step> before = at(found, n);
        StepKind of = before.map(Step::kind).or(() -> StepKind.parse(kind)).orElse(StepKind.WAIT);
        StepForm form = before.map(StepForm::of).orElseGet(() -> StepForm.fresh(of, visit.texts()));
        return Answer.page(page(visit, found, of, before.isPresent() ? n : -1, form, event(before), FormErrors.none()));
    }

    private static TriggerForm event(Optional<Step> step) {
        return TriggerForm.of(step.filter(Step.WaitFor.class::isInstance)
                .map(Step.WaitFor.class::cast)
                .map(Step.WaitFor::event)
                .orElseGet(Trigger.Joined::new));
    }

    private JteModel page(
            ConsoleVisit visit,
            Automation automation,
            StepKind kind,
            int n,
            StepForm form,
            TriggerForm event,
            FormErrors errors) {
        return templates.consoleAutomationsStep(new StepPage(
                visit,
                automation,
                kind,
                n,
                form,
                new TriggerChoice(visit, event, errors, true),
                reader.vocabulary(visit),
                reader.webhooks(visit),
                errors));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/edit/step")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer save(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "-1") int n,
            @RequestParam(defaultValue = "0") int edition,
            @ModelAttribute StepForm form,
            @ModelAttribute TriggerForm event) {
        Automation found = visited.find(visit, automation);
        StepKind of = StepKind.parse(kind).orElseThrow(() -> new NotFound("step"));
        if (n < 0 && found.draft().steps().size() >= Definition.MOST_STEPS) {
            return Answer.seeOther(visit.at("/automations/" + found.id() + "/edit"))
                    .saying(Notice.warning("automations.steps.most", Definition.MOST_STEPS));
        }
        FormErrors errors = FormErrors.none();
        return reader.read(visit, of, form, event, errors)
                .map(step -> visited.edit(
                        visit,
                        found,
                        edition,
                        draft -> draft.withSteps(all -> put(all, n, step)),
                        n < 0 ? "add" : part(n)))
                .orElseGet(() -> Answer.invalid(page(visit, found, of, n, form, event, errors)));
    }

    private static List<Step> put(List<Step> all, int n, Step step) {
        if (n >= 0 && n < all.size()) {
            all.set(n, step);
        } else {
            all.add(step);
        }
        return all;
    }

    /** @param to {@code up} or {@code down} by one */
    @PostMapping("/w/{workspace}/automations/{automation}/edit/step/move")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer move(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam(defaultValue = "-1") int n,
            @RequestParam(defaultValue = "") String to) {
        int other = to.equals("up") ? n - 1 : n + 1;
        Automation found = visited.find(visit, automation);
        if (at(found, n).isEmpty() || at(found, other).isEmpty()) {
            return Answer.seeOther(visit.at("/automations/" + found.id() + "/edit"));
        }
        return change(visit, found, edition, other, all -> Collections.swap(all, n, other));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/edit/step/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer remove(
            ConsoleVisit visit,
            @PathVariable String automation,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam(defaultValue = "-1") int n) {
        Automation found = visited.find(visit, automation);
        if (at(found, n).isEmpty()) {
            return Answer.seeOther(visit.at("/automations/" + found.id() + "/edit"));
        }
        return change(visit, found, edition, n, all -> all.remove(n));
    }

    /** @param next the step that the hand is at afterwards; behind the last is where steps are added */
    private Answer change(ConsoleVisit visit, Automation found, int edition, int next, Consumer<List<Step>> change) {
        List<Step> after = new ArrayList<>(found.draft().steps());
        change.accept(after);
        String part = next < after.size() ? part(next) : "add";
        return visited.edit(visit, found, edition, draft -> draft.withSteps(all -> after), part);
    }

    private static String part(int n) {
        return "step-" + n;
    }

    private static Optional<Step> at(Automation automation, int n) {
        List<Step> steps = automation.draft().steps();
        return n >= 0 && n < steps.size() ? Optional.of(steps.get(n)) : Optional.empty();
    }
}

package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.AutomationHistory;
import io.portico.automation.Automations;
import io.portico.automation.SwitchResult;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Switches one automation on, pauses and removes it. */
@ConsoleController
class AutomationController {
    private final Templates templates;
    private final Automations automations;
    private final AutomationHistory history;
    private final VisitedAutomations visited;

    AutomationController(
            Templates templates, Automations automations, AutomationHistory history, VisitedAutomations visited) {
        this.templates = templates;
        this.automations = automations;
        this.history = history;
        this.visited = visited;
    }

    @PostMapping("/w/{workspace}/automations/{automation}/on")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer switchOn(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        return switch (automations.switchOn(visit.workspaceId(), found.id(), visit.actor())) {
            case SwitchResult.On on
            when found.isActive() -> back(visit, found, Notice.done("automations.published", found.name()));
            case SwitchResult.On on -> back(visit, found, Notice.done("automations.switched-on", found.name()));
            case SwitchResult.Empty empty ->
                Answer.seeOther(visit.at("/automations/" + found.id() + "/edit"))
                        .saying(Notice.warning("automations.empty"));
        };
    }

    @PostMapping("/w/{workspace}/automations/{automation}/pause")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer pause(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        automations.pause(visit.workspaceId(), found.id(), visit.actor());
        return back(visit, found, Notice.done("automations.paused", found.name()));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/resume")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer resume(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        automations.resume(visit.workspaceId(), found.id(), visit.actor());
        return back(visit, found, Notice.done("automations.resumed", found.name()));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/discard")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer discard(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        automations.discard(visit.workspaceId(), found.id());
        return back(visit, found, Notice.done("automations.discarded"));
    }

    @GetMapping("/w/{workspace}/automations/{automation}/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer ask(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        long inside = history.attendance(visit.workspaceId(), found.id()).inside();
        return Answer.page(templates.consoleAutomationsRemove(new AutomationRemovalPage(visit, found, inside)));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer remove(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        automations.remove(visit.workspaceId(), found.id(), visit.actor());
        return Answer.seeOther(visit.at("/automations")).saying(Notice.done("automations.removed", found.name()));
    }

    private static Answer back(ConsoleVisit visit, Automation automation, Notice said) {
        return Answer.seeOther(visit.at("/automations/" + automation.id())).saying(said);
    }
}

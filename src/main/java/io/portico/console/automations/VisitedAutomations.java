package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.automation.Automations;
import io.portico.automation.Definition;
import io.portico.kernel.AutomationId;
import io.portico.web.Answer;
import io.portico.web.ConsoleVisit;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Finds the automation that a path names, and changes its draft. */
@Component
class VisitedAutomations {
    private final Automations automations;

    VisitedAutomations(Automations automations) {
        this.automations = automations;
    }

    /** @throws NotFound when the workspace has none of this id */
    Automation find(ConsoleVisit visit, String id) {
        return AutomationId.parse(id)
                .flatMap(each -> automations.find(visit.workspaceId(), each))
                .orElseThrow(() -> new NotFound("automation"));
    }

    /**
     * Leads back to where the hand was in the editor, which tells when somebody else has changed the draft meanwhile.
     *
     * @param part the id of a part of the editor
     */
    Answer edit(ConsoleVisit visit, Automation seen, int edition, UnaryOperator<Definition> change, String part) {
        return edit(visit, seen, edition, seen.name(), change, part);
    }

    Answer edit(
            ConsoleVisit visit,
            Automation seen,
            int edition,
            String name,
            UnaryOperator<Definition> change,
            String part) {
        boolean done = automations.edit(visit.workspaceId(), seen.id(), edition, name, change);
        String editor = visit.at("/automations/" + seen.id() + "/edit");
        return done
                ? Answer.seeOther(editor + "#" + part)
                : Answer.seeOther(editor).saying(Notice.warning("automations.stale"));
    }
}

package io.portico.api.automations;

import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.automation.Automation;
import io.portico.automation.Automations;
import io.portico.automation.UnknownAutomation;
import io.portico.kernel.AutomationId;

/** Finds the automation that a path names. */
final class KnownAutomation {
    private KnownAutomation() {}

    static Automation in(ApiVisit visit, Automations automations, String id) {
        return automations
                .find(visit.workspaceId(), ApiVisit.id(id, AutomationId::parse))
                .orElseThrow(ApiProblem::notFound);
    }

    /** The same, kept from changing until the answer is there. */
    static Automation held(ApiVisit visit, Automations automations, String id) {
        try {
            return automations.hold(visit.workspaceId(), ApiVisit.id(id, AutomationId::parse));
        } catch (UnknownAutomation no) {
            throw ApiProblem.notFound();
        }
    }
}

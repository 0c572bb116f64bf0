package io.portico.api.automations;

import io.portico.automation.Attendance;
import io.portico.automation.Automation;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An automation as the API shows it.
 *
 * @param definition the draft
 * @param unpublished whether the draft is another than what contacts enter by
 */
record AutomationShown(
        String id,
        String name,
        String state,
        int version,
        JsonNode definition,
        boolean unpublished,
        long inside,
        long finished,
        Instant createdAt) {
    static AutomationShown of(Automation automation, Attendance attendance, DefinitionJson json) {
        return new AutomationShown(
                automation.id().toString(),
                automation.name(),
                automation.state().word(),
                automation.version(),
                json.tree(automation.draft()),
                automation.hasChanges(),
                attendance.inside(),
                attendance.finished(),
                automation.createdAt());
    }
}

package io.portico.automation;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;

/**
 * A contact inside an automation, held while its next steps are done.
 *
 * @param name the automation's
 * @param step the index of the step that is next
 * @param waited how far that step is
 * @param depth how many automations led to one another before this one
 */
record Entry(
        WorkspaceId workspace,
        EntryId id,
        AutomationId automation,
        String name,
        ContactId contact,
        Definition definition,
        int step,
        Waited waited,
        int depth) {
    /** Whether the step that is next has waited before. */
    enum Waited {
        NOT_YET,
        /** Its time is over. */
        TO_THE_END,
        /** What it waited for has happened. */
        UNTIL_IT_HAPPENED
    }
}

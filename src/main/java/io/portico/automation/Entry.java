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
        int version,
        Definition definition,
        int step,
        Waited waited,
        int depth) {
    /** Whether both go on alike. Who was led here by a deeper automation leads deeper, too. */
    boolean isBeside(Entry other) {
        return automation.equals(other.automation)
                && version == other.version
                && step == other.step
                && waited == other.waited
                && depth == other.depth;
    }

    /** Whether it goes on for the first time. */
    boolean isNew() {
        return step == 0 && waited == Waited.NOT_YET;
    }

    /** Whether the step that is next has waited before. */
    enum Waited {
        NOT_YET,
        /** Its time is over. */
        TO_THE_END,
        /** What it waited for has happened. */
        UNTIL_IT_HAPPENED
    }
}

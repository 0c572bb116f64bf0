package io.portico.automation;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import java.time.Instant;

/**
 * One line of the history: a step that was taken for a contact, and what became of it.
 *
 * @param automation its name
 * @param detail why, as a word; may be empty
 */
public record TakenStep(
        AutomationId id,
        String automation,
        ContactId contact,
        Step step,
        StepOutcome outcome,
        String detail,
        Instant at) {}

package io.portico.automation;

import io.portico.kernel.ContactId;
import java.time.Instant;

/** One line of the history in automations: a step of a recipe, and what became of it. */
public record EntryLine(Recipe recipe, ContactId contact, String step, StepOutcome outcome, Instant at) {}

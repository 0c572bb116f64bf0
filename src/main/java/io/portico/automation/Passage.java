package io.portico.automation;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A contact's way through an automation, from entering on.
 *
 * @param name the automation's
 * @param version the one they entered, by which they go on
 * @param due when it goes on, at the latest; empty when it is over, or rests because the automation is paused
 * @param steps those taken so far, in their order; the one that waits is among them
 */
public record Passage(
        EntryId id,
        AutomationId automation,
        String name,
        ContactId contact,
        EntryState state,
        int version,
        Instant enteredAt,
        Optional<Instant> endedAt,
        Optional<Instant> due,
        List<TakenStep> steps) {
    public Passage {
        steps = List.copyOf(steps);
    }

    Passage withSteps(List<TakenStep> taken) {
        return new Passage(id, automation, name, contact, state, version, enteredAt, endedAt, due, taken);
    }
}

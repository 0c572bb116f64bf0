package io.portico.automation;

import io.portico.kernel.AutomationId;
import java.time.Instant;
import java.util.Optional;

/**
 * An automation of a workspace.
 *
 * @param recipe the ready-made one it was made of
 * @param version the one that contacts enter; 0 before it was first switched on
 * @param edition counts the changes of the draft, so that nobody overwrites what they have not seen
 * @param draft as it is being written
 * @param live as contacts enter it; empty before it was first switched on
 * @param hasAddress whether other programs can call it
 */
public record Automation(
        AutomationId id,
        String name,
        Optional<Recipe> recipe,
        AutomationState state,
        int version,
        int edition,
        Definition draft,
        Optional<Definition> live,
        boolean hasAddress,
        Instant createdAt) {
    public static final int LONGEST_NAME = 80;

    /** What contacts enter; what they would, before it was first switched on. */
    public Definition definition() {
        return live.orElse(draft);
    }

    /** Whether the draft says something else than what contacts enter. */
    public boolean hasChanges() {
        return live.isEmpty() || !live.get().equals(draft);
    }

    public boolean isActive() {
        return state == AutomationState.ACTIVE;
    }
}

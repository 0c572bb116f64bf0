package io.portico.automation;

import io.portico.kernel.AutomationId;

/**
 * An automation of a workspace.
 *
 * @param inside how many contacts are in it now
 * @param finished how many have gone through it
 */
public record Automation(
        AutomationId id, Recipe recipe, AutomationState state, int version, long inside, long finished) {}

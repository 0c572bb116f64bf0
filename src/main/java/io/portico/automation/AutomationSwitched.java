package io.portico.automation;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.AutomationId;

/** An automation was switched on, paused or resumed; {@code text} is its name. */
@FactKind("automation.switched")
public record AutomationSwitched(AutomationId automation, AutomationState state, String text) implements Fact {}

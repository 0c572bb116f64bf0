package io.portico.automation;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.AutomationId;

/** An automation was removed with its history; {@code text} is its name. */
@FactKind("automation.removed")
public record AutomationRemoved(AutomationId automation, String text) implements Fact {}

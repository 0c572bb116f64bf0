package io.portico.automation;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.AutomationId;

/** Contacts enter another version of an automation from now on; {@code text} is its name. */
@FactKind("automation.changed")
public record AutomationChanged(AutomationId automation, int version, String text) implements Fact {}

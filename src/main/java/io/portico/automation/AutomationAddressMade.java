package io.portico.automation;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.AutomationId;

/** An automation got an address that other programs call, in place of any before; {@code text} is its name. */
@FactKind("automation.address_made")
public record AutomationAddressMade(AutomationId automation, String text) implements Fact {}

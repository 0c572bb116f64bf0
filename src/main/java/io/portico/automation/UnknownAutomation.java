package io.portico.automation;

import io.portico.kernel.AutomationId;

/** The workspace has no such automation. */
public class UnknownAutomation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownAutomation(AutomationId id) {
        super("unknown automation " + id);
    }
}

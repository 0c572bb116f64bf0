package io.portico.api.automations;

import io.portico.automation.Automation;

/** What an {@code ETag} of an automation stands for: what people change, and not who goes in and out. */
record AutomationMark(String id, String state, int version, int edition) {
    static AutomationMark of(Automation automation) {
        return new AutomationMark(
                automation.id().toString(), automation.state().word(), automation.version(), automation.edition());
    }
}

package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.kernel.Secret;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.Optional;

/**
 * The address of an automation that other programs call.
 *
 * @param url with its secret, just after it was made; it is shown this once
 */
public record AutomationAddressPage(ConsoleVisit visit, Automation automation, Optional<String> url)
        implements PageModel {
    static String urlOf(String console, Secret secret) {
        return console + "/api/automations/" + secret.reveal();
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    /** Never the address, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "AutomationAddressPage[" + automation.id() + "]";
    }
}

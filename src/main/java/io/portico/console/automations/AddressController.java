package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.IncomingCalls;
import io.portico.installation.Installation;
import io.portico.kernel.Secret;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes the secret address at which other programs call an automation. */
@ConsoleController
class AddressController {
    private final Templates templates;
    private final VisitedAutomations visited;
    private final IncomingCalls calls;
    private final Installation installation;

    AddressController(Templates templates, VisitedAutomations visited, IncomingCalls calls, Installation installation) {
        this.templates = templates;
        this.visited = visited;
        this.calls = calls;
        this.installation = installation;
    }

    @GetMapping("/w/{workspace}/automations/{automation}/address")
    @Needs(Permission.MANAGE_API)
    Answer show(ConsoleVisit visit, @PathVariable String automation) {
        return Answer.page(templates.consoleAutomationsAddress(
                new AutomationAddressPage(visit, visited.find(visit, automation), Optional.empty())));
    }

    @PostMapping("/w/{workspace}/automations/{automation}/address")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer make(ConsoleVisit visit, @PathVariable String automation) {
        Automation found = visited.find(visit, automation);
        Secret secret = calls.newAddress(visit.workspaceId(), found.id(), visit.actor());
        String url = AutomationAddressPage.urlOf(installation.consoleUrl().toString(), secret);
        return Answer.page(
                templates.consoleAutomationsAddress(new AutomationAddressPage(visit, found, Optional.of(url))));
    }
}

package io.portico.console.domains;

import gg.jte.generated.precompiled.Templates;
import io.portico.domains.PortalAddresses;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows where the portal of a workspace is found. */
@ConsoleController
class PortalAddressController {
    private final Templates templates;
    private final PortalAddresses addresses;

    PortalAddressController(Templates templates, PortalAddresses addresses) {
        this.templates = templates;
        this.addresses = addresses;
    }

    @GetMapping("/w/{workspace}/settings/portal-address")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(
                templates.consoleDomainsAddress(PortalAddressPage.of(visit, addresses.of(visit.workspace()))));
    }
}

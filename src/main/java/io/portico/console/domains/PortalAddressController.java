package io.portico.console.domains;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.domains.ClaimResult;
import io.portico.domains.PortalAddresses;
import io.portico.domains.PortalHosts;
import io.portico.domains.SubDomainLooks;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows where the portal of a workspace is found, and takes wishes for further hosts. */
@ConsoleController
class PortalAddressController {
    private final Templates templates;
    private final PortalAddresses addresses;
    private final PortalHosts hosts;
    private final SubDomainLooks looks;

    PortalAddressController(Templates templates, PortalAddresses addresses, PortalHosts hosts, SubDomainLooks looks) {
        this.templates = templates;
        this.addresses = addresses;
        this.hosts = hosts;
        this.looks = looks;
    }

    @GetMapping("/w/{workspace}/settings/portal-address")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(page(visit, "", FormErrors.none()));
    }

    /** Takes seconds where something is wrong; the page asks for it by itself. */
    @GetMapping("/w/{workspace}/settings/portal-address/sub-domain-health")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer look(ConsoleVisit visit) {
        return Answer.page(templates.consoleDomainsSubDomainHealth(
                SubDomainHealth.of(visit, looks.look(visit.workspace()), false)));
    }

    @PostMapping("/w/{workspace}/settings/portal-address/hosts")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer claim(ConsoleVisit visit, @RequestParam(defaultValue = "") String host) {
        return switch (hosts.claim(visit.workspaceId(), host, visit.actor())) {
            case ClaimResult.Claimed(var claimed) ->
                Answer.seeOther(pathOf(visit, claimed.host().value()));
            case ClaimResult.Already(var there) ->
                Answer.seeOther(pathOf(visit, there.host().value()));
            case ClaimResult.TooMany(int most) -> refused(visit, host, visit.t("domains.host.too-many", most));
            case ClaimResult.Refused(var fault, var found) ->
                refused(visit, host, HostFaultText.of(visit.texts(), fault, found));
        };
    }

    /** Builds links with the sub-domain again. */
    @PostMapping("/w/{workspace}/settings/portal-address/sub-domain")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer chooseSubDomain(ConsoleVisit visit) {
        String subDomain = addresses.ofSubDomain(visit.workspace()).getHost();
        hosts.chooseSubDomain(visit.workspaceId(), subDomain, visit.actor());
        return Answer.seeOther(visit.at("/settings/portal-address")).saying(Notice.done("domains.chosen", subDomain));
    }

    private static String pathOf(ConsoleVisit visit, String host) {
        return visit.at("/settings/portal-address/hosts/" + host);
    }

    private Answer refused(ConsoleVisit visit, String typed, String said) {
        return Answer.invalid(page(visit, typed, FormErrors.none().put("host", said)));
    }

    private SubDomainHealth health(ConsoleVisit visit) {
        return SubDomainHealth.of(visit, looks.latest(visit.workspace()), looks.canBe(visit.workspace()));
    }

    private JteModel page(ConsoleVisit visit, String typed, FormErrors errors) {
        var places = new PortalPlaces(addresses.of(visit.workspace()), addresses.ofSubDomain(visit.workspace()));
        return templates.consoleDomainsAddress(
                PortalAddressPage.of(visit, places, health(visit), hosts.of(visit.workspaceId()), typed, errors));
    }
}

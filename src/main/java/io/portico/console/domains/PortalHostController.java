package io.portico.console.domains;

import gg.jte.generated.precompiled.Templates;
import io.portico.domains.CheckResult;
import io.portico.domains.HostCheck;
import io.portico.domains.HostChecks;
import io.portico.domains.HostTarget;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leads a workspace through what one host of its own needs, and lets it choose the host or give it up. */
@ConsoleController
class PortalHostController {
    private static final String PATH = "/w/{workspace}/settings/portal-address/hosts/{host}";

    private final Templates templates;
    private final PortalHosts hosts;
    private final HostChecks checks;
    private final HostTarget target;

    PortalHostController(Templates templates, PortalHosts hosts, HostChecks checks, HostTarget target) {
        this.templates = templates;
        this.hosts = hosts;
        this.checks = checks;
        this.target = target;
    }

    @GetMapping(PATH)
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit, @PathVariable String host) {
        return page(visit, find(visit, host), false);
    }

    /** What an open page asks every few seconds: looks at the records, unless somebody just did. */
    @GetMapping(PATH + "/live")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer live(ConsoleVisit visit, @PathVariable String host) {
        CheckResult result = checks.checkIfDue(find(visit, host), visit.actor());
        return page(visit, result.host(), result instanceof CheckResult.HeldByAnother);
    }

    @PostMapping(PATH + "/check")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer check(ConsoleVisit visit, @PathVariable String host) {
        PortalHost found = find(visit, host);
        String shown = found.host().shown();
        Notice said = switch (checks.checkIfDue(found, visit.actor())) {
            case CheckResult.Holds holds -> Notice.done("domains.check.holds", shown);
            case CheckResult.Lacks(var looked)
            when isProved(looked) -> Notice.warning("domains.check.certificate", shown);
            case CheckResult.Lacks lacks -> Notice.warning("domains.check.lacks", shown);
            case CheckResult.HeldByAnother another -> Notice.warning("domains.check.held", shown);
        };
        return Answer.seeOther(pathOf(visit, found)).saying(said);
    }

    private static boolean isProved(PortalHost host) {
        return host.check().filter(HostCheck::isProved).isPresent();
    }

    @PostMapping(PATH + "/choose")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer choose(ConsoleVisit visit, @PathVariable String host) {
        PortalHost found = find(visit, host);
        String shown = found.host().shown();
        Notice said = hosts.choose(visit.workspaceId(), found.host(), visit.actor())
                ? Notice.done("domains.chosen", shown)
                : Notice.warning("domains.not-chosen", shown);
        return Answer.seeOther(pathOf(visit, found)).saying(said);
    }

    @PostMapping(PATH + "/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer remove(ConsoleVisit visit, @PathVariable String host) {
        PortalHost found = find(visit, host);
        hosts.remove(visit.workspaceId(), found.host(), visit.actor());
        return Answer.seeOther(visit.at("/settings/portal-address"))
                .saying(Notice.done("domains.removed", found.host().shown()));
    }

    private PortalHost find(ConsoleVisit visit, String host) {
        return hosts.find(visit.workspaceId(), host).orElseThrow(() -> new NotFound("host"));
    }

    private static String pathOf(ConsoleVisit visit, PortalHost host) {
        return visit.at("/settings/portal-address/hosts/" + host.host());
    }

    private Answer page(ConsoleVisit visit, PortalHost host, boolean held) {
        return Answer.page(
                templates.consoleDomainsHost(new PortalHostPage(visit, host, target.name(), target.addresses(), held)));
    }
}

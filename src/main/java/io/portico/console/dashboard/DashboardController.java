package io.portico.console.dashboard;

import gg.jte.generated.precompiled.Templates;
import io.portico.apps.PortalApps;
import io.portico.dashboard.Dashboard;
import io.portico.dashboard.Dashboards;
import io.portico.dashboard.TrendRange;
import io.portico.domains.PortalAddresses;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@ConsoleController
class DashboardController {
    private final Dashboards dashboards;
    private final PortalAddresses addresses;
    private final PortalApps apps;
    private final Templates templates;

    DashboardController(Dashboards dashboards, PortalAddresses addresses, PortalApps apps, Templates templates) {
        this.dashboards = dashboards;
        this.addresses = addresses;
        this.apps = apps;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}")
    @Needs(Permission.READ)
    Answer show(ConsoleVisit visit, @RequestParam(defaultValue = "") String days) {
        Dashboard dashboard = dashboards.of(visit.workspace(), TrendRange.ofDays(days));
        var portal = PortalLink.of(addresses.of(visit.workspace()));
        return Answer.page(templates.consoleDashboardDashboard(
                DashboardPage.of(visit, portal, dashboard, apps.of(visit.workspace()), List.of())));
    }

    /** The parts of the page that change, when they did since the version the page shows. */
    @GetMapping("/w/{workspace}/live")
    @Needs(Permission.READ)
    Answer live(
            ConsoleVisit visit,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String days) {
        if (since.equals(dashboards.version(visit.workspaceId()))) {
            return new Answer.Unchanged();
        }
        Dashboard dashboard = dashboards.of(visit.workspace(), TrendRange.ofDays(days));
        return Answer.page(templates.consoleDashboardLive(LivePart.of(visit, dashboard)));
    }
}

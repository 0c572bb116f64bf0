package io.portico.console.dashboard;

import gg.jte.generated.precompiled.Templates;
import io.portico.apps.PortalApps;
import io.portico.dashboard.Dashboard;
import io.portico.dashboard.Dashboards;
import io.portico.dashboard.TrendRange;
import io.portico.domains.PortalAddresses;
import io.portico.mail.MailHealth;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@ConsoleController
class DashboardController {
    private final Dashboards dashboards;
    private final PortalAddresses addresses;
    private final PortalApps apps;
    private final MailHealth mail;
    private final Templates templates;

    DashboardController(
            Dashboards dashboards, PortalAddresses addresses, PortalApps apps, MailHealth mail, Templates templates) {
        this.dashboards = dashboards;
        this.addresses = addresses;
        this.apps = apps;
        this.mail = mail;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}")
    @Needs(Permission.READ)
    Answer show(ConsoleVisit visit, @RequestParam(defaultValue = "") String days) {
        var portal = PortalLink.of(addresses.of(visit.workspace()));
        return Answer.page(templates.consoleDashboardDashboard(
                DashboardPage.of(visit, portal, now(visit, days), apps.of(visit.workspace()))));
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
        return Answer.page(templates.consoleDashboardLive(now(visit, days)));
    }

    private LivePart now(ConsoleVisit visit, String days) {
        Dashboard dashboard = dashboards.of(visit.workspace(), TrendRange.ofDays(days));
        return LivePart.of(visit, dashboard, MailWarning.all(mail, visit));
    }
}

package io.portico.console.dashboard;

import gg.jte.generated.precompiled.Templates;
import io.portico.apps.PortalApps;
import io.portico.dashboard.Dashboard;
import io.portico.dashboard.Dashboards;
import io.portico.dashboard.TrendRange;
import io.portico.mail.MailHealth;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@ConsoleController
class DashboardController {
    private final Dashboards dashboards;
    private final PortalLinks links;
    private final PortalApps apps;
    private final MailHealth mail;
    private final Templates templates;

    DashboardController(
            Dashboards dashboards, PortalLinks links, PortalApps apps, MailHealth mail, Templates templates) {
        this.dashboards = dashboards;
        this.links = links;
        this.apps = apps;
        this.mail = mail;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}")
    @Needs(Permission.READ)
    Answer show(ConsoleVisit visit, @RequestParam(defaultValue = "") String days) {
        return Answer.page(templates.consoleDashboardDashboard(
                DashboardPage.of(visit, links.of(visit), now(visit, days), apps.of(visit.workspace()))));
    }

    /** Takes seconds where something is wrong; the page asks for it by itself. */
    @GetMapping("/w/{workspace}/portal-health")
    @Needs(Permission.READ)
    Answer health(ConsoleVisit visit) {
        return Answer.page(templates.consoleDashboardHealth(links.look(visit)));
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
        List<String> warnings = Stream.of(MailWarning.all(mail, visit), links.warnings(visit))
                .flatMap(List::stream)
                .toList();
        return LivePart.of(visit, dashboard, warnings);
    }
}

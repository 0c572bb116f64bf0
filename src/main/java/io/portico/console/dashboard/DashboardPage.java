package io.portico.console.dashboard;

import io.portico.apps.PortalApp;
import io.portico.dashboard.Dashboard;
import io.portico.web.ConsoleVisit;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import java.util.List;

/**
 * The console's first page.
 *
 * @param warnings sentences about what keeps people from being reached, such as mail that cannot be delivered
 */
public record DashboardPage(
        ConsoleVisit visit,
        PortalLink portal,
        LivePart live,
        List<LetInAction> actions,
        PortalApp app,
        List<String> warnings)
        implements PageModel {
    public DashboardPage {
        actions = List.copyOf(actions);
        warnings = List.copyOf(warnings);
    }

    static DashboardPage of(
            ConsoleVisit visit, PortalLink portal, Dashboard dashboard, PortalApp app, List<String> warnings) {
        return new DashboardPage(visit, portal, LivePart.of(visit, dashboard), LetInAction.all(visit), app, warnings);
    }

    @Override
    public Frame frame() {
        return visit;
    }
}

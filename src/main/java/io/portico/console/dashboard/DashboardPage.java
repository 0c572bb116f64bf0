package io.portico.console.dashboard;

import io.portico.apps.PortalApp;
import io.portico.web.ConsoleVisit;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import java.util.List;

/** The console's first page. */
public record DashboardPage(
        ConsoleVisit visit, PortalLink portal, LivePart live, List<LetInAction> actions, PortalApp app)
        implements PageModel {
    public DashboardPage {
        actions = List.copyOf(actions);
    }

    static DashboardPage of(ConsoleVisit visit, PortalLink portal, LivePart live, PortalApp app) {
        return new DashboardPage(visit, portal, live, LetInAction.all(visit), app);
    }

    @Override
    public Frame frame() {
        return visit;
    }
}

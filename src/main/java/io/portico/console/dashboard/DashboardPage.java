package io.portico.console.dashboard;

import io.portico.apps.AppUsage;
import io.portico.apps.PortalApp;
import io.portico.dashboard.Figure;
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

    /** How many clients have the portal as an app, and which share of those who joined. */
    public String installs() {
        AppUsage usage = app.usage();
        long joined = live.dashboard().glance().counts().of(Figure.JOINED);
        return usage.ever() == 0
                ? t("dashboard.app.installs.none")
                : t(
                        "dashboard.app.installs.some",
                        usage.ever(),
                        usage.lately(),
                        visit.texts().percent(usage.lately(), joined));
    }

    @Override
    public Frame frame() {
        return visit;
    }
}

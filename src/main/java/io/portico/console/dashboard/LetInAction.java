package io.portico.console.dashboard;

import io.portico.web.ConsoleVisit;
import io.portico.workspace.Permission;
import java.util.List;

/** One of the three ways to let people in; shown, but not usable, to those whose role may not. */
public record LetInAction(String name, String explanation, String path, String icon, boolean allowed) {
    static List<LetInAction> all(ConsoleVisit visit) {
        boolean allowed = visit.may(Permission.LET_IN);
        return List.of(
                new LetInAction(
                        visit.t("dashboard.action.magic-link"),
                        visit.t("dashboard.action.magic-link.text"),
                        visit.at("/magic-link"),
                        "link",
                        allowed),
                new LetInAction(
                        visit.t("dashboard.action.invite"),
                        visit.t("dashboard.action.invite.text"),
                        visit.at("/invite"),
                        "people",
                        allowed),
                new LetInAction(
                        visit.t("dashboard.action.login-email"),
                        visit.t("dashboard.action.login-email.text"),
                        visit.at("/login-emails"),
                        "mail",
                        allowed));
    }
}

package io.portico.portal;

import io.portico.access.ContactSession;
import io.portico.web.DeviceName;
import io.portico.web.PageModel;
import io.portico.web.PortalVisit;
import java.util.List;
import java.util.Optional;

/** Where a contact is signed in, last used first. */
public record SessionsPage(PortalVisit frame, List<Row> rows) implements PageModel {
    private static final int LONGEST_NAME = 80;

    /** One session; {@code here} is the one that shows this page. */
    public record Row(ContactSession session, String device, boolean here) {}

    public SessionsPage {
        rows = List.copyOf(rows);
    }

    static SessionsPage of(PortalVisit visit, List<ContactSession> sessions) {
        return new SessionsPage(
                visit, sessions.stream().map(session -> row(visit, session)).toList());
    }

    private static Row row(PortalVisit visit, ContactSession session) {
        boolean here =
                visit.session().filter(own -> own.id().equals(session.id())).isPresent();
        return new Row(session, device(visit, session.userAgent()), here);
    }

    private static String device(PortalVisit visit, String userAgent) {
        DeviceName name = DeviceName.of(userAgent);
        if (name.browser().isPresent() && name.system().isPresent()) {
            return visit.t(
                    "portal.sessions.device",
                    name.browser().get(),
                    name.system().get());
        }
        String own = userAgent.substring(0, Math.min(LONGEST_NAME, userAgent.length()));
        return Optional.of(own).filter(text -> !text.isBlank()).orElseGet(() -> visit.t("portal.sessions.unknown"));
    }

    public boolean hasOthers() {
        return rows.stream().anyMatch(row -> !row.here());
    }
}

package io.portico.console.account;

import io.portico.access.OperatorSession;
import io.portico.access.Passkey;
import io.portico.access.TwoStep;
import io.portico.web.DeviceName;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An operator's account at a glance; this session before the others, passkeys oldest first. */
public record AccountPage(
        OperatorVisit frame, Field name, Optional<TwoStep.On> twoStep, List<Passkey> passkeys, List<Line> sessions)
        implements PageModel {
    /** One session; {@code here} is the one that shows this page. */
    public record Line(OperatorSession session, String device, boolean here) {}

    public AccountPage {
        passkeys = List.copyOf(passkeys);
        sessions = List.copyOf(sessions);
    }

    static AccountPage of(
            OperatorVisit visit,
            List<OperatorSession> sessions,
            Optional<TwoStep.On> twoStep,
            List<Passkey> passkeys,
            String name,
            FormErrors errors) {
        return new AccountPage(
                visit,
                Field.text("name", visit.t("account.name"), name, errors)
                        .autocomplete("name")
                        .needed(),
                twoStep,
                passkeys,
                sessions.stream()
                        .map(session -> line(visit, session))
                        .sorted(Comparator.comparing(Line::here).reversed())
                        .toList());
    }

    private static Line line(OperatorVisit visit, OperatorSession session) {
        String device = DeviceName.of(session.userAgent()).words();
        return new Line(
                session,
                device.isEmpty() ? visit.t("account.sessions.unknown") : device,
                session.id().equals(visit.session().id()));
    }

    public boolean hasOthers() {
        return sessions.size() > 1;
    }
}

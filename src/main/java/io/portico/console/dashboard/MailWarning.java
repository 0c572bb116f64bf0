package io.portico.console.dashboard;

import io.portico.mail.MailHealth;
import io.portico.mail.Outage;
import io.portico.web.ConsoleVisit;
import java.util.List;

/** What the operator should know of mails that do not reach anybody. */
final class MailWarning {
    private MailWarning() {}

    static List<String> all(MailHealth health, ConsoleVisit visit) {
        if (!health.hasMailServer()) {
            return List.of(visit.t("dashboard.warning.no-mail-server"));
        }
        return health.outage(visit.workspaceId())
                .map(outage -> List.of(sentence(outage, visit)))
                .orElse(List.of());
    }

    private static String sentence(Outage outage, ConsoleVisit visit) {
        return visit.t(
                "dashboard.warning.outage",
                visit.label(outage.fault()),
                visit.texts().time(outage.since()),
                outage.waiting());
    }
}

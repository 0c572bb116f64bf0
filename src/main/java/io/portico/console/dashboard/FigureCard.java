package io.portico.console.dashboard;

import io.portico.dashboard.Counts;
import io.portico.dashboard.Figure;
import io.portico.web.ConsoleVisit;
import java.util.List;
import java.util.Optional;

/** A figure as it is shown: its number, what it means, and the list of exactly those contacts. */
public record FigureCard(String id, String label, String number, Optional<String> beside, String meaning, String path) {
    static List<FigureCard> large(ConsoleVisit visit, Counts counts) {
        return List.of(
                of(visit, counts, Figure.INVITED, Optional.empty()),
                of(visit, counts, Figure.JOINED, rate(visit, counts)));
    }

    private static Optional<String> rate(ConsoleVisit visit, Counts counts) {
        long invited = counts.of(Figure.INVITED);
        return invited == 0
                ? Optional.empty()
                : Optional.of(visit.t("dashboard.rate", visit.texts().percent(counts.of(Figure.JOINED), invited)));
    }

    static List<FigureCard> small(ConsoleVisit visit, Counts counts) {
        return List.of(
                of(visit, counts, Figure.PENDING, Optional.empty()),
                of(visit, counts, Figure.EXPIRED, Optional.empty()),
                of(visit, counts, Figure.BOUNCED, Optional.empty()),
                of(visit, counts, Figure.ACTIVE, Optional.empty()),
                of(visit, counts, Figure.DISABLED, Optional.empty()),
                of(visit, counts, Figure.JOINED_UNINVITED, Optional.empty()));
    }

    private static FigureCard of(ConsoleVisit visit, Counts counts, Figure figure, Optional<String> beside) {
        return new FigureCard(
                "figure-" + figure.word(),
                visit.label(figure),
                visit.texts().number(counts.of(figure)),
                beside,
                meaning(visit, figure),
                visit.at("/people?group=" + figure.group().word()));
    }

    private static String meaning(ConsoleVisit visit, Figure figure) {
        return switch (figure) {
            case INVITED -> visit.t("dashboard.meaning.invited");
            case JOINED -> visit.t("dashboard.meaning.joined");
            case JOINED_UNINVITED -> visit.t("dashboard.meaning.joined-uninvited");
            case PENDING -> visit.t("dashboard.meaning.pending");
            case EXPIRED -> visit.t("dashboard.meaning.expired");
            case REVOKED -> visit.t("dashboard.meaning.revoked");
            case BOUNCED -> visit.t("dashboard.meaning.bounced");
            case DISABLED -> visit.t("dashboard.meaning.disabled");
            case ACTIVE -> visit.t("dashboard.meaning.active");
        };
    }
}

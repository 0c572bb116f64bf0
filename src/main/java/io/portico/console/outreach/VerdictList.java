package io.portico.console.outreach;

import io.portico.outreach.Plan;
import io.portico.outreach.Verdict;
import io.portico.web.ConsoleVisit;
import java.util.Arrays;
import java.util.List;

/**
 * What will become of each recipient, grouped by verdict, as {@code console/outreach/verdicts.jte} shows it.
 *
 * @param groupPath where a form with the same fields leads to the whole of a group
 * @param invitePath where it leads to invite those whom nobody knows
 */
public record VerdictList(ConsoleVisit visit, Plan plan, String groupPath, String invitePath) {
    /** One verdict, how many it meets, and the first of them. */
    public record Group(Verdict verdict, int count, List<Plan.Row> rows) {}

    /** Those who get a mail first, then those who do not. */
    public List<Group> groups() {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> plan.counts().containsKey(verdict))
                .map(verdict -> new Group(
                        verdict,
                        plan.counts().getOrDefault(verdict, 0),
                        plan.rows().stream()
                                .filter(row -> row.verdict() == verdict)
                                .toList()))
                .toList();
    }

    /** Whether these could be invited instead. */
    public boolean mayInvite(Verdict verdict) {
        return verdict == Verdict.UNKNOWN_ADDRESS;
    }

    public int skipped() {
        return plan.total() - plan.mails();
    }

    /** "Possible again in 40 seconds", where somebody is skipped for a mail they got before. */
    public String possibleAgain(Plan.Row row) {
        return possibleAgain(visit, row);
    }

    static String possibleAgain(ConsoleVisit visit, Plan.Row row) {
        return row.possibleFrom()
                .map(free -> visit.t("plan.possible-from", visit.texts().near(free)))
                .orElse("");
    }

    public String nameOf(Plan.Row row) {
        return nameOf(visit, row);
    }

    static String nameOf(ConsoleVisit visit, Plan.Row row) {
        if (!row.name().isEmpty()) {
            return row.name();
        }
        return row.address().isEmpty() ? visit.t("recipients.nameless") : row.address();
    }
}

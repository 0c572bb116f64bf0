package io.portico.console.outreach;

import io.portico.outreach.Plan;
import io.portico.outreach.Verdict;
import io.portico.web.ConsoleVisit;
import java.util.Arrays;
import java.util.List;

/** What will become of each recipient, grouped by verdict, as {@code console/outreach/verdicts.jte} shows it. */
public record VerdictList(ConsoleVisit visit, Plan plan) {
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

    public int skipped() {
        return plan.total() - plan.mails();
    }

    /** "Got one 20 seconds ago", where that is why somebody is skipped. */
    public String lastMail(Plan.Row row) {
        boolean tooOften = row.verdict() == Verdict.COOLDOWN || row.verdict() == Verdict.DAILY_LIMIT;
        return row.lastMail()
                .filter(time -> tooOften)
                .map(time -> visit.t("plan.last-mail", visit.texts().since(time)))
                .orElse("");
    }

    public String nameOf(Plan.Row row) {
        if (!row.name().isEmpty()) {
            return row.name();
        }
        return row.address().isEmpty() ? visit.t("recipients.nameless") : row.address();
    }
}

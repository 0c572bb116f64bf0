package io.portico.outreach;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What will become of every recipient, before anything is sent: all counts, and the first rows to look at. */
public record Plan(List<Row> rows, Map<Verdict, Integer> counts) {
    /** So many rows are listed; the counts are of all. */
    public static final int LISTED = 200;

    /**
     * One recipient.
     *
     * @param contact empty for a typed address that nobody has yet, or that is none
     * @param address as it is known or was typed
     * @param lastMail when the address got the latest mail that lets in, if within a day
     */
    public record Row(
            Optional<ContactId> contact, String name, String address, Verdict verdict, Optional<Instant> lastMail) {
        static Row of(Candidate candidate, Verdict verdict) {
            return new Row(
                    Optional.of(candidate.contact()),
                    candidate.name(),
                    candidate.email().map(EmailAddress::value).orElse(""),
                    verdict,
                    candidate.letIn().last());
        }
    }

    public Plan {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    static Plan of(List<Row> all) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        all.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return new Plan(all.subList(0, Math.min(LISTED, all.size())), counts);
    }

    /** How many will get a mail. */
    public int mails() {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().getsMail())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

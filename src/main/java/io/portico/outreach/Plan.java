package io.portico.outreach;

import io.portico.kernel.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What will become of every recipient, before anything is sent: all counts, and the first of each verdict to look at. */
public record Plan(List<Row> rows, Map<Verdict, Integer> counts) {
    /** So many rows of each verdict are listed; the counts are of all. */
    public static final int LISTED = 20;

    /**
     * One recipient.
     *
     * @param contact empty for a typed address that nobody has yet, or that is none
     * @param address as it is known or was typed
     * @param lastMail when the address got the latest mail that lets in, if within a day
     * @param possibleFrom when the contact could get a mail, of one who gets none now because of those before
     * @param place where the list of this verdict goes on, see {@link PlanPage}
     */
    public record Row(
            Optional<ContactId> contact,
            String name,
            String address,
            Verdict verdict,
            Optional<Instant> lastMail,
            Optional<Instant> possibleFrom,
            String place) {}

    public Plan {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
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

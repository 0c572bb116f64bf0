package io.portico.dashboard;

import io.portico.activity.ActivityEntry;
import io.portico.kernel.ContactId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what one act did to a contact by its strongest fact alone. Pressing a link redeems it, joins and signs in: three
 * facts of one transaction, and one line. Facts that {@link #STRONGEST_FIRST} does not name stand for themselves.
 */
final class Acts {
    static final List<String> STRONGEST_FIRST = List.of(
            "contact.deleted",
            "contact.disabled",
            "contact.updated",
            "contact.invited",
            "contact.joined",
            "contact.signed_in",
            "contact.created",
            "invitation.revoked",
            "magic_link.redeemed",
            "magic_link.revoked",
            "session.ended");

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Acts() {}

    /** What one transaction wrote about one contact. A history is loaded in one, so times count beside it. */
    private record Writing(Optional<ContactId> contact, long transaction) {
        static Writing of(ActivityEntry entry) {
            return new Writing(entry.contact(), entry.position().xact());
        }
    }

    /** Without those that a stronger one stands for, in the order they came in. */
    static List<ActivityEntry> folded(List<ActivityEntry> entries) {
        Map<Writing, ActivityEntry> latest = new HashMap<>();
        List<ActivityEntry> told = new ArrayList<>();
        for (ActivityEntry entry : entries) {
            if (folds(entry)) {
                tell(entry, latest, told);
            } else {
                told.add(entry);
            }
        }
        return told;
    }

    private static void tell(ActivityEntry entry, Map<Writing, ActivityEntry> latest, List<ActivityEntry> told) {
        ActivityEntry other = latest.get(Writing.of(entry));
        if (other == null || isOtherAct(entry, other)) {
            told.add(entry);
            latest.put(Writing.of(entry), entry);
        } else if (strength(entry) < strength(other)) {
            told.set(told.lastIndexOf(other), entry);
            latest.put(Writing.of(entry), entry);
        }
    }

    private static boolean isOtherAct(ActivityEntry one, ActivityEntry other) {
        return Duration.between(one.at(), other.at()).abs().compareTo(LONGEST) > 0;
    }

    private static boolean folds(ActivityEntry entry) {
        return entry.contact().isPresent() && STRONGEST_FIRST.contains(entry.kind());
    }

    private static int strength(ActivityEntry entry) {
        return STRONGEST_FIRST.indexOf(entry.kind());
    }
}

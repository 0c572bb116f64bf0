package io.portico.automation;

import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityReaders;
import io.portico.activity.LogPosition;
import io.portico.automation.EntryStore.Open;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets contacts enter automations, and wakes those who wait, as the log tells. An entry of the log does so once, however
 * often it comes: the position is written in the same transaction.
 */
@Component
class Entering {
    static final String NAME = "automation";

    /** So many automations may lead to one another: a tag that one puts on triggers the next, and so on. */
    static final int DEEPEST = 3;

    static final String JOINED = "contact.joined";
    private static final int AT_ONCE = 500;

    private final ActivityReaders readers;
    private final EntryStore store;
    private final Clock clock;

    Entering(ActivityReaders readers, EntryStore store, Clock clock) {
        this.readers = readers;
        this.store = store;
        this.clock = clock;
    }

    /** Takes the next entries of the log; answers how many there were, 0 when it is up to date. */
    int next() {
        return readers.next(NAME, AT_ONCE, this::take);
    }

    private void take(List<ActivityEntry> delivered) {
        LogPosition position = store.lockPosition();
        List<ActivityEntry> entries = delivered.stream()
                .filter(entry -> position.isBehind(entry.position()))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        store.movePosition(entries.getLast().position());
        Map<WorkspaceId, List<Open>> open = open(entries);
        Map<Long, Integer> depths = open.isEmpty() ? Map.of() : store.depths(transactions(entries));
        for (ActivityEntry entry : entries) {
            entry.contact().ifPresent(contact -> {
                wake(entry, contact);
                enter(
                        entry,
                        contact,
                        open.getOrDefault(entry.workspace(), List.of()),
                        depths.getOrDefault(entry.position().xact(), -1) + 1);
            });
        }
    }

    private Map<WorkspaceId, List<Open>> open(List<ActivityEntry> entries) {
        Set<WorkspaceId> workspaces =
                entries.stream().map(ActivityEntry::workspace).collect(Collectors.toSet());
        return store.open(workspaces).stream().collect(Collectors.groupingBy(Open::workspace));
    }

    private static Set<Long> transactions(List<ActivityEntry> entries) {
        return entries.stream().map(entry -> entry.position().xact()).collect(Collectors.toSet());
    }

    private void wake(ActivityEntry entry, ContactId contact) {
        if (entry.kind().equals(JOINED)) {
            store.wake(entry.workspace(), contact, JOINED, clock.instant());
        }
    }

    private void enter(ActivityEntry entry, ContactId contact, List<Open> open, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        open.stream()
                .filter(each -> entry.position().xact() > each.begins()
                        && isTriggered(each.definition().trigger(), entry))
                .forEach(each -> store.enter(each, EntryId.next(clock), contact, depth, clock.instant()));
    }

    static boolean isTriggered(Trigger trigger, ActivityEntry entry) {
        String text = entry.details().path("text").asString("");
        return switch (trigger) {
            case Trigger.Created created -> entry.kind().equals("contact.created");
            case Trigger.Tagged(String tag) -> entry.kind().equals("contact.tagged") && text.equals(tag);
            case Trigger.Untagged(String tag) -> entry.kind().equals("contact.untagged") && text.equals(tag);
            case Trigger.Invited invited -> entry.kind().equals("contact.invited");
            case Trigger.Joined joined -> entry.kind().equals(JOINED);
            case Trigger.SignedIn signedIn -> entry.kind().equals("contact.signed_in");
            case Trigger.Unseen unseen -> false;
        };
    }
}

package io.portico.automation;

import io.portico.automation.EntryStore.Due;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets those go on who are due: all steps up to the next pause in one transaction with the results and the mails ordered,
 * so a node that dies in the middle has done nothing, and another begins anew. Those at the same place of the same
 * automation go side by side; where they cannot, each goes alone, and whoever fails then fails alone.
 */
@Component
class Advance {
    private static final Logger LOG = LoggerFactory.getLogger(Advance.class);
    private static final int OF_EACH = 200;
    private static final int AT_ONCE = 1000;
    /** So many are held at once; who signs in waits for their own row at the longest until these have gone on. */
    private static final int SIDE_BY_SIDE = 50;

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    private final Tenancy tenancy;
    private final EntryStore store;
    private final Walk walk;
    private final Clock clock;

    Advance(Tenancy tenancy, EntryStore store, Walk walk, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.walk = walk;
        this.clock = clock;
    }

    /** Goes on with some that are due; answers how many there were. */
    int next() {
        List<Due> due = tenancy.everywhere(() -> store.due(clock.instant(), OF_EACH, AT_ONCE));
        due.stream()
                .collect(Collectors.groupingBy(Due::workspace, LinkedHashMap::new, Collectors.toList()))
                .forEach((workspace, all) ->
                        goOn(workspace, all.stream().map(Due::id).toList()));
        return due.size();
    }

    /** In flocks, each in a transaction of its own. */
    private void goOn(WorkspaceId workspace, List<EntryId> ids) {
        Set<EntryId> left = new LinkedHashSet<>(ids);
        while (!left.isEmpty()) {
            List<EntryId> tried = left.stream().limit(SIDE_BY_SIDE).toList();
            try {
                left.removeAll(tenancy.in(workspace, () -> together(workspace, tried)));
            } catch (RuntimeException e) {
                LOG.debug("Entries of automations go on one by one, because together they could not", e);
                tried.forEach(id -> alone(workspace, id));
                tried.forEach(left::remove);
            }
        }
    }

    /** Goes on with those beside the first that can be held; answers those that need not be tried again. */
    private Set<EntryId> together(WorkspaceId workspace, List<EntryId> ids) {
        store.takeTurn(workspace);
        List<Entry> held = store.hold(workspace, ids, clock.instant());
        Set<EntryId> done = new HashSet<>(ids);
        if (!held.isEmpty()) {
            Entry first = held.getFirst();
            walk.goOn(held.stream().filter(first::isBeside).toList());
            held.stream().filter(each -> !first.isBeside(each)).forEach(other -> done.remove(other.id()));
        }
        return done;
    }

    private void alone(WorkspaceId workspace, EntryId id) {
        try {
            tenancy.run(workspace, () -> {
                store.takeTurn(workspace);
                List<Entry> held = store.hold(workspace, List.of(id), clock.instant());
                if (!held.isEmpty()) {
                    walk.goOn(held);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Entry {} of an automation could not go on and is tried again in ten minutes", id, e);
            tenancy.run(
                    workspace,
                    () -> store.postpone(workspace, id, clock.instant().plus(AFTER_A_FAULT)));
        }
    }
}

package io.portico.automation;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the steps that are due: all of a contact up to the next pause, in one transaction with their results and the mails
 * they order. So a node that dies in the middle has done nothing, and another begins anew.
 */
@Component
class Advance {
    private static final Logger LOG = LoggerFactory.getLogger(Advance.class);
    private static final int OF_EACH = 50;
    private static final int AT_ONCE = 500;
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    private final Tenancy tenancy;
    private final EntryStore store;
    private final Contacts contacts;
    private final StepActions actions;
    private final Clock clock;

    Advance(Tenancy tenancy, EntryStore store, Contacts contacts, StepActions actions, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.contacts = contacts;
        this.actions = actions;
        this.clock = clock;
    }

    /** Goes on with some that are due; answers how many there were. */
    int next() {
        List<EntryStore.Due> due = tenancy.everywhere(() -> store.due(clock.instant(), OF_EACH, AT_ONCE));
        due.forEach(each -> goOn(each.workspace(), each.id()));
        return due.size();
    }

    private void goOn(WorkspaceId workspace, EntryId id) {
        try {
            tenancy.run(
                    workspace, () -> store.hold(workspace, id, clock.instant()).ifPresent(this::goOn));
        } catch (RuntimeException e) {
            LOG.warn("Entry {} of an automation could not go on and is tried again in ten minutes", id, e);
            tenancy.run(
                    workspace,
                    () -> store.postpone(workspace, id, clock.instant().plus(AFTER_A_FAULT)));
        }
    }

    private void goOn(Entry entry) {
        Optional<Contact> contact = contacts.hold(entry.workspace(), entry.contact());
        if (contact.isEmpty()) {
            store.end(entry, EntryEnd.STOPPED, clock.instant());
        } else if (entry.step() == 0 && entry.waited() == Entry.Waited.NOT_YET && !mayEnter(entry, contact.get())) {
            store.forget(entry);
        } else {
            store.trace(entry, clock.instant());
            steps(entry);
        }
    }

    private static boolean mayEnter(Entry entry, Contact contact) {
        return entry.definition().conditions().stream().allMatch(condition -> condition.holds(contact));
    }

    private void steps(Entry entry) {
        List<Step> steps = entry.definition().steps();
        for (int n = entry.step(); n < steps.size(); n++) {
            Entry.Waited waited = n == entry.step() ? entry.waited() : Entry.Waited.NOT_YET;
            Progress progress = actions.take(entry, steps.get(n), waited);
            store.note(entry, n, steps.get(n), progress, clock.instant());
            switch (progress) {
                case Progress.On on -> {}
                case Progress.Until(String signal, Instant due) -> {
                    store.waitUntil(entry, n, signal, due);
                    return;
                }
                case Progress.End end -> {
                    store.end(entry, EntryEnd.FINISHED, clock.instant());
                    return;
                }
            }
        }
        store.end(entry, EntryEnd.FINISHED, clock.instant());
    }
}

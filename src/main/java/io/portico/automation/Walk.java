package io.portico.automation;

import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes the steps of contacts one after another, up to the next pause; within the transaction of the caller. */
@Component
class Walk {
    private final EntryStore inside;
    private final Ledgers ledgers;
    private final Contacts contacts;
    private final StepActions actions;
    private final Clock clock;

    Walk(EntryStore inside, Ledgers ledgers, Contacts contacts, StepActions actions, Clock clock) {
        this.inside = inside;
        this.ledgers = ledgers;
        this.contacts = contacts;
        this.actions = actions;
        this.clock = clock;
    }

    /** Where is written what was done. */
    @Component
    record Ledgers(HistoryStore history, TraceStore traces) {}

    /** @param entries held, of contacts who go side by side */
    void goOn(List<Entry> entries) {
        Map<ContactId, Contact> held = contacts.hold(
                entries.getFirst().workspace(),
                entries.stream().map(Entry::contact).toList());
        inside.end(
                entries.stream()
                        .filter(entry -> !held.containsKey(entry.contact()))
                        .toList(),
                EntryState.STOPPED,
                clock.instant());
        Flock flock = entered(new Flock(
                entries.stream().flatMap(entry -> member(entry, held).stream()).toList()));
        if (!flock.isEmpty()) {
            ledgers.traces().trace(flock.any(), clock.instant());
            steps(flock);
        }
    }

    private static Optional<Flock.Member> member(Entry entry, Map<ContactId, Contact> held) {
        return Optional.ofNullable(held.get(entry.contact())).map(contact -> new Flock.Member(entry, contact));
    }

    /** Those who are admitted, or were when they entered; the others never entered. */
    private Flock entered(Flock flock) {
        Predicate<Flock.Member> entered =
                member -> !member.entry().isNew() || member.entry().definition().admits(member.contact());
        inside.forget(flock.only(entered.negate()).entries());
        return flock.only(entered);
    }

    private void steps(Flock flock) {
        Entry start = flock.any();
        List<Step> steps = start.definition().steps();
        Flock walking = flock;
        for (int n = start.step(); n < steps.size() && !walking.isEmpty(); n++) {
            Entry.Waited waited = n == start.step() ? start.waited() : Entry.Waited.NOT_YET;
            walking = step(walking, n, steps.get(n), waited);
        }
        inside.end(walking.entries(), EntryState.FINISHED, clock.instant());
    }

    /** Those who go on to the next step. */
    private Flock step(Flock flock, int n, Step step, Entry.Waited waited) {
        Map<EntryId, Progress> progress = actions.take(flock, step, waited);
        ledgers.history().note(flock.entries(), n, step, progress, clock.instant());
        inside.waitUntil(flock.entries(), n, progress);
        inside.end(
                flock.only(member -> progress.get(member.entry().id()) instanceof Progress.End)
                        .entries(),
                EntryState.FINISHED,
                clock.instant());
        return flock.only(member -> progress.get(member.entry().id()) instanceof Progress.On);
    }
}

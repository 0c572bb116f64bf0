package io.portico.automation;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import io.portico.outreach.Invitations;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.Plan;
import io.portico.outreach.RunWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each step does to the contact; within the transaction of the caller, who holds the contact. */
@Component
class StepActions {
    /** So many mails of automations a contact gets in 24 hours; further ones are left out. */
    static final int MAILS_A_DAY = 3;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Actor PORTICO = new Actor.Portico();
    private static final String TIME = "time";

    private final EntryStore store;
    private final Outreach outreach;
    private final Contacts contacts;
    private final Tagging tagging;
    private final Clock clock;

    StepActions(EntryStore store, Outreach outreach, Contacts contacts, Tagging tagging, Clock clock) {
        this.store = store;
        this.outreach = outreach;
        this.contacts = contacts;
        this.tagging = tagging;
        this.clock = clock;
    }

    /** The ways mails leave by. */
    @Component
    record Outreach(Invitations invitations, LoginEmails loginEmails, Outbox outbox) {}

    /** @param hasWaited whether this step began to wait earlier, and its time is over or its event has come */
    Progress take(Entry entry, Step step, boolean hasWaited) {
        return switch (step) {
            case Step.Wait(Duration time) -> hasWaited ? new Progress.On(StepOutcome.DONE) : waiting(TIME, time);
            case Step.WaitForJoining(Duration most) -> waitForJoining(entry, most, hasWaited);
            case Step.SendMail(AutomationMail mail) -> mailed(entry, () -> send(entry, mail));
            case Step.Invite invite -> mailed(entry, () -> invite(entry));
            case Step.SendLoginEmail mail -> mailed(entry, () -> sendLoginEmail(entry));
            case Step.AddTag(String tag) -> {
                tagging.add(entry.workspace(), Selection.of(entry.contact()), tag, PORTICO);
                yield new Progress.On(StepOutcome.DONE);
            }
            case Step.RemoveTag(String tag) -> {
                tagging.remove(entry.workspace(), Selection.of(entry.contact()), tag, PORTICO);
                yield new Progress.On(StepOutcome.DONE);
            }
            case Step.Stop stop -> new Progress.End(StepOutcome.DONE);
        };
    }

    private Progress waiting(String event, Duration time) {
        return new Progress.Until(StepOutcome.WAITING, event, clock.instant().plus(time));
    }

    private Progress waitForJoining(Entry entry, Duration most, boolean hasWaited) {
        if (contacts.get(entry.workspace(), entry.contact()).standing().hasJoined()) {
            return new Progress.End(StepOutcome.JOINED);
        }
        return hasWaited ? new Progress.On(StepOutcome.DONE) : waiting(Entering.JOINED, most);
    }

    /** A way to order a mail; answers whether it was ordered. */
    private interface Order {
        boolean place();
    }

    private Progress mailed(Entry entry, Order order) {
        Instant since = clock.instant().minus(DAY);
        if (store.mailsSince(entry, since) >= MAILS_A_DAY) {
            return new Progress.On(StepOutcome.CAPPED);
        }
        return new Progress.On(order.place() ? StepOutcome.MAILED : StepOutcome.SKIPPED);
    }

    /** Behind personal mails: a hundred thousand of them hold up nobody who waits for a link. */
    private boolean send(Entry entry, AutomationMail mail) {
        Contact contact = contacts.get(entry.workspace(), entry.contact());
        if (contact.standing().isDisabled() || contact.email().isEmpty()) {
            return false;
        }
        outreach.outbox()
                .enqueue(
                        entry.workspace(),
                        new NewMail(
                                mail.template(),
                                Optional.of(contact.id().value()),
                                contact.email(),
                                Map.of(),
                                Priority.BULK,
                                Optional.empty(),
                                Optional.empty()));
        return true;
    }

    private boolean invite(Entry entry) {
        Selection one = Selection.of(entry.contact());
        if (!getsMail(outreach.invitations().plan(entry.workspace(), one, List.of()))) {
            return false;
        }
        outreach.invitations().send(entry.workspace(), one, List.of(), RunWords.NONE, PORTICO);
        return true;
    }

    private boolean sendLoginEmail(Entry entry) {
        Selection one = Selection.of(entry.contact());
        if (!getsMail(outreach.loginEmails().plan(entry.workspace(), one))) {
            return false;
        }
        outreach.loginEmails().send(entry.workspace(), one, RunWords.NONE, PORTICO);
        return true;
    }

    private static boolean getsMail(Plan plan) {
        return plan.mails() > 0;
    }
}

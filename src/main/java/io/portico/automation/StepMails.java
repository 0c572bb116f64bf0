package io.portico.automation;

import io.portico.access.OwnMails;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.mail.MailWords;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import io.portico.mail.SkipReason;
import io.portico.mail.Suppressions;
import io.portico.outreach.SingleMails;
import io.portico.outreach.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The mails of steps. They stand behind personal mails, so a hundred thousand of them hold up nobody who waits for a link;
 * and a contact gets no more of them than {@link #MOST_A_DAY}.
 */
@Component
class StepMails {
    /** So many mails of automations a contact gets in 24 hours; further ones are left out. */
    static final int MOST_A_DAY = 3;

    /** So many mails to operators the automations of a workspace order in 24 hours; each goes to all owners and admins. */
    static final int MOST_NOTICES_A_DAY = 50;

    private static final Duration DAY = Duration.ofHours(24);
    private static final Actor PORTICO = new Actor.Portico();

    private final EntryStore store;
    private final Ways ways;
    private final Contacts contacts;
    private final Suppressions suppressions;
    private final Clock clock;

    StepMails(EntryStore store, Ways ways, Contacts contacts, Suppressions suppressions, Clock clock) {
        this.store = store;
        this.ways = ways;
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** The ways mails leave by. */
    @Component
    record Ways(SingleMails outreach, OwnMails own, OperatorNotices notices, Outbox outbox) {}

    Progress write(Entry entry, MailWords words) {
        return toContact(
                entry,
                contact -> ways.own()
                        .sendBulk(
                                entry.workspace(), contact.id(), contact.email().orElseThrow(), words));
    }

    Progress send(Entry entry, AutomationMail mail) {
        return toContact(
                entry,
                contact -> ways.outbox()
                        .enqueue(
                                entry.workspace(),
                                new NewMail(
                                        mail.template(),
                                        Optional.of(contact.id().value()),
                                        contact.email(),
                                        Map.of(),
                                        Priority.BULK,
                                        Optional.empty(),
                                        Optional.empty())));
    }

    /** A way to order a mail. */
    private interface Order {
        void place(Contact contact);
    }

    private Progress toContact(Entry entry, Order order) {
        Contact contact = contacts.get(entry.workspace(), entry.contact());
        return capped(entry, () -> {
            Optional<SkipReason> obstacle = obstacle(entry, contact);
            if (obstacle.isPresent()) {
                return Progress.On.skipped(obstacle.get());
            }
            order.place(contact);
            return new Progress.On(StepOutcome.MAILED);
        });
    }

    private Optional<SkipReason> obstacle(Entry entry, Contact contact) {
        if (contact.standing().isDisabled()) {
            return Optional.of(SkipReason.DISABLED);
        }
        if (contact.email().isEmpty()) {
            return Optional.of(SkipReason.NO_ADDRESS);
        }
        return suppressions.has(entry.workspace(), contact.email().get())
                ? Optional.of(SkipReason.SUPPRESSED)
                : Optional.empty();
    }

    Progress invite(Entry entry) {
        return capped(entry, () -> judged(ways.outreach().invite(entry.workspace(), entry.contact(), PORTICO)));
    }

    Progress sendLoginEmail(Entry entry) {
        return capped(entry, () -> judged(ways.outreach().sendLoginEmail(entry.workspace(), entry.contact())));
    }

    private static Progress judged(Verdict verdict) {
        return verdict.skip().<Progress>map(Progress.On::skipped).orElseGet(() -> new Progress.On(StepOutcome.MAILED));
    }

    private Progress capped(Entry entry, Supplier<Progress> step) {
        Instant since = clock.instant().minus(DAY);
        return store.mailsSince(entry, since) >= MOST_A_DAY ? new Progress.On(StepOutcome.CAPPED) : step.get();
    }

    Progress notifyOperators(Entry entry, String text) {
        if (store.noticesSince(entry.workspace(), clock.instant().minus(DAY)) >= MOST_NOTICES_A_DAY) {
            return new Progress.On(StepOutcome.CAPPED);
        }
        ways.notices().order(entry, text);
        return new Progress.On(StepOutcome.NOTIFIED);
    }
}

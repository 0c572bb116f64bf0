package io.portico.automation;

import io.portico.access.OwnMails;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.EntryId;
import io.portico.mail.MailWords;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import io.portico.mail.Suppressions;
import io.portico.outreach.SingleMails;
import io.portico.outreach.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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

    private final HistoryStore history;
    private final Ways ways;
    private final Suppressions suppressions;
    private final Clock clock;

    StepMails(HistoryStore history, Ways ways, Suppressions suppressions, Clock clock) {
        this.history = history;
        this.ways = ways;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** The ways mails leave by. */
    @Component
    record Ways(SingleMails outreach, OwnMails own, OperatorNotices notices, Outbox outbox) {}

    Map<EntryId, Progress> write(Flock flock, MailWords words) {
        return reachable(
                flock,
                contact -> Optional.empty(),
                contacts -> ways.own().sendBulk(flock.workspace(), contacts, words));
    }

    Map<EntryId, Progress> send(Flock flock, AutomationMail mail) {
        return reachable(
                flock,
                contact -> mail.obstacle(contact.standing()),
                contacts -> ways.outbox()
                        .enqueue(
                                flock.workspace(),
                                contacts.stream()
                                        .map(each -> NewMail.bulk(
                                                mail.template(),
                                                each.id().value(),
                                                each.email().orElseThrow(),
                                                Map.of()))
                                        .toList()));
    }

    Map<EntryId, Progress> invite(Flock flock) {
        return capped(flock, rest -> judged(rest, ways.outreach().invite(rest.workspace(), rest.contacts(), PORTICO)));
    }

    Map<EntryId, Progress> sendLoginEmail(Flock flock) {
        return capped(flock, rest -> judged(rest, ways.outreach().sendLoginEmails(rest.workspace(), rest.contacts())));
    }

    /**
     * Orders a mail to each of those who can be mailed.
     *
     * @param against what speaks against this mail to a contact, beside what speaks against all
     */
    private Map<EntryId, Progress> reachable(
            Flock flock, Function<Contact, Optional<SkipReason>> against, Consumer<List<Contact>> order) {
        return capped(flock, rest -> {
            Map<EntryId, Progress> progress = judged(rest, against);
            List<Contact> mailed = rest.only(
                            member -> progress.get(member.entry().id()) instanceof Progress.On on
                                    && on.outcome() == StepOutcome.MAILED)
                    .contacts();
            if (!mailed.isEmpty()) {
                order.accept(mailed);
            }
            return progress;
        });
    }

    private Map<EntryId, Progress> judged(Flock flock, Function<Contact, Optional<SkipReason>> against) {
        List<EmailAddress> addresses =
                flock.contacts().stream().flatMap(each -> each.email().stream()).toList();
        Set<EmailAddress> suppressed =
                suppressions.among(flock.workspace(), addresses).keySet();
        return flock.each(member -> obstacle(member.contact(), suppressed)
                .or(() -> against.apply(member.contact()))
                .<Progress>map(Progress.On::skipped)
                .orElseGet(() -> new Progress.On(StepOutcome.MAILED)));
    }

    private static Optional<SkipReason> obstacle(Contact contact, Set<EmailAddress> suppressed) {
        if (contact.standing().isDisabled()) {
            return Optional.of(SkipReason.DISABLED);
        }
        if (contact.email().isEmpty()) {
            return Optional.of(SkipReason.NO_ADDRESS);
        }
        return suppressed.contains(contact.email().get()) ? Optional.of(SkipReason.SUPPRESSED) : Optional.empty();
    }

    private static Map<EntryId, Progress> judged(Flock flock, Map<ContactId, Verdict> verdicts) {
        return flock.each(member -> {
            Verdict verdict = verdicts.get(member.contact().id());
            if (verdict == null) {
                throw new IllegalStateException(
                        "no verdict on " + member.contact().id());
            }
            return verdict.skip()
                    .<Progress>map(Progress.On::skipped)
                    .orElseGet(() -> new Progress.On(StepOutcome.MAILED));
        });
    }

    /** Leaves out those who got as many mails as a day may bring; the others take the step. */
    private Map<EntryId, Progress> capped(Flock flock, Function<Flock, Map<EntryId, Progress>> step) {
        Set<ContactId> full = history.gotMails(
                flock.workspace(),
                flock.contacts().stream().map(Contact::id).toList(),
                clock.instant().minus(DAY),
                MOST_A_DAY);
        Map<EntryId, Progress> progress = new HashMap<>(
                flock.only(member -> full.contains(member.contact().id())).all(new Progress.On(StepOutcome.CAPPED)));
        Flock rest = flock.only(member -> !full.contains(member.contact().id()));
        if (!rest.isEmpty()) {
            progress.putAll(step.apply(rest));
        }
        return progress;
    }

    Map<EntryId, Progress> notifyOperators(Flock flock, String text) {
        long ordered = history.noticesSince(flock.workspace(), clock.instant().minus(DAY));
        List<Flock.Member> told = flock.members().stream()
                .limit(Math.max(0, MOST_NOTICES_A_DAY - ordered))
                .toList();
        told.forEach(member -> ways.notices().order(member.entry(), text));
        return flock.each(member -> new Progress.On(told.contains(member) ? StepOutcome.NOTIFIED : StepOutcome.CAPPED));
    }
}

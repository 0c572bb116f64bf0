package io.portico.automation;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What each step does to the contact; within the transaction of the caller, who holds the contact. */
@Component
class StepActions {
    private static final Actor PORTICO = new Actor.Portico();
    private static final String TIME_ALONE = "";

    private final StepMails mails;
    private final StepCalls calls;
    private final Contacts contacts;
    private final Tagging tagging;
    private final Clock clock;

    StepActions(StepMails mails, StepCalls calls, Contacts contacts, Tagging tagging, Clock clock) {
        this.mails = mails;
        this.calls = calls;
        this.contacts = contacts;
        this.tagging = tagging;
        this.clock = clock;
    }

    /** @param waited whether this step began to wait earlier, and why that is over */
    Progress take(Entry entry, Step step, Entry.Waited waited) {
        return switch (step) {
            case Step.Wait(Duration time) ->
                waited == Entry.Waited.NOT_YET ? until(TIME_ALONE, time) : new Progress.On(StepOutcome.DONE);
            case Step.WaitFor wait -> waitFor(entry, wait, waited);
            case Step.Write(var words) -> mails.write(entry, words);
            case Step.SendMail(AutomationMail mail) -> mails.send(entry, mail);
            case Step.Invite invite -> mails.invite(entry);
            case Step.SendLoginEmail mail -> mails.sendLoginEmail(entry);
            case Step.AddTag(String tag) -> {
                tagging.add(entry.workspace(), Selection.of(entry.contact()), tag, PORTICO);
                yield new Progress.On(StepOutcome.DONE);
            }
            case Step.RemoveTag(String tag) -> {
                tagging.remove(entry.workspace(), Selection.of(entry.contact()), tag, PORTICO);
                yield new Progress.On(StepOutcome.DONE);
            }
            case Step.NotifyOperators(String text) -> mails.notifyOperators(entry, text);
            case Step.CallWebhook(var webhook) -> calls.tell(entry, webhook);
            case Step.Stop stop -> new Progress.End(StepOutcome.DONE);
        };
    }

    private Progress until(String signal, Duration time) {
        return new Progress.Until(signal, clock.instant().plus(time));
    }

    private Progress waitFor(Entry entry, Step.WaitFor wait, Entry.Waited waited) {
        Contact contact = contacts.get(entry.workspace(), entry.contact());
        if (waited == Entry.Waited.UNTIL_IT_HAPPENED || DryRun.hasHappened(wait, contact)) {
            return after(StepOutcome.HAPPENED, wait.then() != WaitEnd.STOP_IF);
        }
        return waited == Entry.Waited.NOT_YET
                ? until(wait.event().signal(entry.automation()).orElse(TIME_ALONE), wait.most())
                : after(StepOutcome.NOT_IN_TIME, wait.then() != WaitEnd.STOP_UNLESS);
    }

    private static Progress after(StepOutcome outcome, boolean goesOn) {
        return goesOn ? new Progress.On(outcome) : new Progress.End(outcome);
    }
}

package io.portico.automation;

import io.portico.activity.Actor;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.kernel.EntryId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What each step does to contacts; within the transaction of the caller, who holds them. */
@Component
class StepActions {
    private static final Actor PORTICO = new Actor.Portico();
    private static final String TIME_ALONE = "";

    private final StepMails mails;
    private final StepCalls calls;
    private final Tagging tagging;
    private final Clock clock;

    StepActions(StepMails mails, StepCalls calls, Tagging tagging, Clock clock) {
        this.mails = mails;
        this.calls = calls;
        this.tagging = tagging;
        this.clock = clock;
    }

    /** @param waited whether this step began to wait earlier, and why that is over */
    Map<EntryId, Progress> take(Flock flock, Step step, Entry.Waited waited) {
        return switch (step) {
            case Step.Wait(Duration time) ->
                flock.all(waited == Entry.Waited.NOT_YET ? until(TIME_ALONE, time) : new Progress.On(StepOutcome.DONE));
            case Step.WaitFor wait -> flock.each(member -> waitFor(member, wait, waited));
            case Step.Write(var words) -> mails.write(flock, words);
            case Step.SendMail(AutomationMail mail) -> mails.send(flock, mail);
            case Step.Invite invite -> mails.invite(flock);
            case Step.SendLoginEmail mail -> mails.sendLoginEmail(flock);
            case Step.AddTag(String tag) -> {
                tagging.add(flock.workspace(), these(flock), tag, PORTICO);
                yield flock.all(new Progress.On(StepOutcome.DONE));
            }
            case Step.RemoveTag(String tag) -> {
                tagging.remove(flock.workspace(), these(flock), tag, PORTICO);
                yield flock.all(new Progress.On(StepOutcome.DONE));
            }
            case Step.NotifyOperators(String text) -> mails.notifyOperators(flock, text);
            case Step.CallWebhook(var webhook) -> calls.tell(flock, webhook);
            case Step.Stop stop -> flock.all(new Progress.End(StepOutcome.DONE));
        };
    }

    private static Selection these(Flock flock) {
        return new Selection.These(flock.entries().stream().map(Entry::contact).toList());
    }

    private Progress until(String signal, Duration time) {
        return new Progress.Until(signal, clock.instant().plus(time));
    }

    private Progress waitFor(Flock.Member member, Step.WaitFor wait, Entry.Waited waited) {
        if (waited == Entry.Waited.UNTIL_IT_HAPPENED || DryRun.hasHappened(wait, member.contact())) {
            return after(StepOutcome.HAPPENED, wait.then() != WaitEnd.STOP_IF);
        }
        return waited == Entry.Waited.NOT_YET
                ? until(wait.event().signal(member.entry().automation()).orElse(TIME_ALONE), wait.most())
                : after(StepOutcome.NOT_IN_TIME, wait.then() != WaitEnd.STOP_UNLESS);
    }

    private static Progress after(StepOutcome outcome, boolean goesOn) {
        return goesOn ? new Progress.On(outcome) : new Progress.End(outcome);
    }
}

package io.portico.automation;

import io.portico.contacts.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an automation would do for a contact who enters now, if nothing happens meanwhile. Nothing is done.
 *
 * @param enters whether the contact may enter, as {@link Definition#admits}
 */
public record DryRun(boolean enters, List<Planned> steps) {
    /** One step, and when it would be taken. */
    public record Planned(Step step, Instant at) {}

    public DryRun {
        steps = List.copyOf(steps);
    }

    static DryRun of(Definition definition, Contact contact, Instant now) {
        boolean enters = definition.admits(contact);
        List<Planned> steps = new ArrayList<>();
        Instant at = now;
        for (Step step : definition.steps()) {
            steps.add(new Planned(step, at));
            if (isLast(step, contact)) {
                break;
            }
            at = hasHappened(step, contact) ? at : at.plus(step.pause());
        }
        return new DryRun(enters, enters ? steps : List.of());
    }

    private static boolean isLast(Step step, Contact contact) {
        return switch (step) {
            case Step.Stop stop -> true;
            case Step.WaitFor(Trigger event, var most, WaitEnd then) ->
                then == WaitEnd.STOP_IF && hasHappened(step, contact)
                        || then == WaitEnd.STOP_UNLESS && !hasHappened(step, contact);
            case Step.Wait wait -> false;
            case Step.Write mail -> false;
            case Step.SendMail mail -> false;
            case Step.Invite invite -> false;
            case Step.SendLoginEmail mail -> false;
            case Step.AddTag tag -> false;
            case Step.RemoveTag tag -> false;
            case Step.NotifyOperators notice -> false;
            case Step.CallWebhook call -> false;
        };
    }

    /** Whoever has joined needs not wait for it. */
    static boolean hasHappened(Step step, Contact contact) {
        return step instanceof Step.WaitFor(Trigger.Joined event, var most, var then)
                && contact.standing().hasJoined();
    }
}

package io.portico.automation;

import io.portico.contacts.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an automation would do for a contact who enters now, if nothing happens meanwhile. Nothing is done.
 *
 * @param enters whether the conditions hold of the contact
 */
public record DryRun(boolean enters, List<Planned> steps) {
    /** One step, and when it would be taken. */
    public record Planned(Step step, Instant at) {}

    public DryRun {
        steps = List.copyOf(steps);
    }

    static DryRun of(Definition definition, Contact contact, Instant now) {
        boolean enters = definition.conditions().stream().allMatch(condition -> condition.holds(contact));
        List<Planned> steps = new ArrayList<>();
        Instant at = now;
        for (Step step : definition.steps()) {
            steps.add(new Planned(step, at));
            if (isLast(step, contact)) {
                break;
            }
            at = at.plus(pause(step));
        }
        return new DryRun(enters, enters ? steps : List.of());
    }

    private static boolean isLast(Step step, Contact contact) {
        return step instanceof Step.Stop
                || (step instanceof Step.WaitForJoining && contact.standing().hasJoined());
    }

    private static Duration pause(Step step) {
        return switch (step) {
            case Step.Wait(Duration time) -> time;
            case Step.WaitForJoining(Duration most) -> most;
            case Step.SendMail mail -> Duration.ZERO;
            case Step.Invite invite -> Duration.ZERO;
            case Step.SendLoginEmail mail -> Duration.ZERO;
            case Step.AddTag tag -> Duration.ZERO;
            case Step.RemoveTag tag -> Duration.ZERO;
            case Step.Stop stop -> Duration.ZERO;
        };
    }
}

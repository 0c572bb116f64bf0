package io.portico.console.automations;

import io.portico.automation.Attendance;
import io.portico.automation.Automation;
import io.portico.automation.AutomationState;
import io.portico.automation.Definition;
import io.portico.automation.DryRun;
import io.portico.automation.Insider;
import io.portico.automation.Step;
import io.portico.automation.TakenStep;
import io.portico.automation.Trigger;
import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One automation: what it does, who is inside, what it did lately, and a dry run of the draft against a contact. */
public record AutomationPage(
        ConsoleVisit visit,
        Sayings sayings,
        Automation automation,
        Attendance attendance,
        List<Insider> inside,
        List<TakenStep> history,
        Map<ContactId, String> names,
        Trial trial)
        implements PageModel {
    /**
     * A dry run that was asked for.
     *
     * @param typed the address that was typed, empty when none was
     * @param contact empty when nobody has that address
     */
    public record Trial(String typed, Optional<Contact> contact, Optional<DryRun> run) {}

    public AutomationPage {
        inside = List.copyOf(inside);
        history = List.copyOf(history);
        names = Map.copyOf(names);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public boolean mayManage() {
        return visit.may(Permission.MANAGE_WORKSPACE);
    }

    /** Whether a program's call starts it, or is waited for. */
    public boolean mayHaveAddress() {
        Definition draft = automation.draft();
        boolean called = draft.trigger() instanceof Trigger.Called
                || draft.steps().stream()
                        .anyMatch(step -> step instanceof Step.WaitFor(Trigger event, var most, var then)
                                && event instanceof Trigger.Called);
        return called && visit.may(Permission.MANAGE_API);
    }

    public boolean isPaused() {
        return automation.state() == AutomationState.PAUSED;
    }

    /** Whether there is something that contacts do not enter by yet, beside what they do. */
    public boolean hasUnpublished() {
        return automation.live().isPresent() && automation.hasChanges();
    }

    public String at(String below) {
        return visit.at("/automations/" + automation.id() + below);
    }

    /** What to call a contact; a dash for one that was deleted. */
    public String nameOf(ContactId contact) {
        return names.getOrDefault(contact, "–");
    }

    public String again() {
        var again = automation.definition().again();
        return again.isZero() ? t("automations.once") : t("automations.again-after", texts().lasting(again));
    }
}

package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.automation.DryRun;
import io.portico.automation.EntryLine;
import io.portico.automation.Recipe;
import io.portico.automation.Step;
import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One recipe: its steps, a dry run against a contact, and what it did lately. */
public record RecipePage(
        ConsoleVisit visit,
        Recipe recipe,
        Optional<Automation> automation,
        List<Step> steps,
        List<EntryLine> history,
        Map<ContactId, String> names,
        Trial trial)
        implements PageModel {
    /**
     * A dry run that was asked for.
     *
     * @param typed the address that was typed, empty when none was
     * @param contact empty when nobody has that address
     */
    public record Trial(String typed, Optional<Contact> contact, Optional<DryRun> run) {
        static final Trial NONE = new Trial("", Optional.empty(), Optional.empty());
    }

    public RecipePage {
        steps = List.copyOf(steps);
        history = List.copyOf(history);
        names = Map.copyOf(names);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String say(Step step) {
        return switch (step) {
            case Step.Wait(var time) -> t("automations.step.wait", texts().lasting(time));
            case Step.WaitForJoining(var most) -> t("automations.step.wait-for-joining", texts().lasting(most));
            case Step.SendMail(var mail) -> t("automations.step.send-mail", label(mail));
            case Step.Invite invite -> t("automations.step.invite");
            case Step.SendLoginEmail mail -> t("automations.step.send-login-email");
            case Step.AddTag(String tag) -> t("automations.step.add-tag", tag);
            case Step.RemoveTag(String tag) -> t("automations.step.remove-tag", tag);
            case Step.Stop stop -> t("automations.step.stop");
        };
    }

    /** What to call the contact of a line; a dash for one that was deleted. */
    public String nameOf(EntryLine line) {
        return names.getOrDefault(line.contact(), "–");
    }

    /** The step of a line in words; its bare word when the recipe has changed since. */
    public String say(EntryLine line) {
        return steps.stream()
                .filter(step -> step.word().equals(line.step()))
                .findFirst()
                .map(this::say)
                .orElse(line.step());
    }
}

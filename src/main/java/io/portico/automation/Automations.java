package io.portico.automation;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.Contacts;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The automations of a workspace: recipes that were switched on, who is in them, and what they did. */
@Component
public class Automations {
    private final Tenancy tenancy;
    private final AutomationStore store;
    private final Contacts contacts;
    private final Activity activity;
    private final Clock clock;

    Automations(Tenancy tenancy, AutomationStore store, Contacts contacts, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.contacts = contacts;
        this.activity = activity;
        this.clock = clock;
    }

    public List<Automation> all(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.all(workspace));
    }

    /** Empty for a recipe that was never switched on. */
    public Optional<Automation> of(WorkspaceId workspace, Recipe recipe) {
        return all(workspace).stream().filter(each -> each.recipe() == recipe).findFirst();
    }

    /** What a recipe does, step by step. */
    public List<Step> steps(Recipe recipe) {
        return recipe.definition().steps();
    }

    /** Contacts enter from now on; one that is paused goes on. Nothing happens when it is on already. */
    public void switchOn(WorkspaceId workspace, Recipe recipe, Actor actor) {
        tenancy.run(workspace, () -> {
            var id = AutomationId.next(clock);
            if (store.insert(workspace, id, recipe, clock.instant())) {
                store.insertVersion(workspace, id, 1, recipe.definition());
                tell(workspace, id, recipe, AutomationState.ACTIVE, actor);
            } else {
                become(workspace, recipe, AutomationState.ACTIVE, actor);
            }
        });
    }

    /** Nobody enters, and who is inside rests, until it is switched on again. */
    public void pause(WorkspaceId workspace, Recipe recipe, Actor actor) {
        tenancy.run(workspace, () -> become(workspace, recipe, AutomationState.PAUSED, actor));
    }

    private void become(WorkspaceId workspace, Recipe recipe, AutomationState state, Actor actor) {
        of(workspace, recipe)
                .filter(found -> store.become(workspace, found.id(), state))
                .ifPresent(found -> tell(workspace, found.id(), recipe, state, actor));
    }

    private void tell(WorkspaceId workspace, AutomationId id, Recipe recipe, AutomationState state, Actor actor) {
        activity.record(workspace, actor, new AutomationSwitched(id, state, recipe.word()));
    }

    /** The latest steps that a recipe took, newest first. */
    public List<EntryLine> history(WorkspaceId workspace, AutomationId automation, int limit) {
        return tenancy.in(workspace, () -> store.history(workspace, Optional.empty(), Optional.of(automation), limit));
    }

    /** The latest steps that were taken for a contact, newest first. */
    public List<EntryLine> history(WorkspaceId workspace, ContactId contact, int limit) {
        return tenancy.in(workspace, () -> store.history(workspace, Optional.of(contact), Optional.empty(), limit));
    }

    /** @throws io.portico.contacts.UnknownContact when the workspace has none of this id */
    public DryRun dryRun(WorkspaceId workspace, Recipe recipe, ContactId contact) {
        return DryRun.of(recipe.definition(), contacts.get(workspace, contact), clock.instant());
    }
}

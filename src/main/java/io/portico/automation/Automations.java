package io.portico.automation;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.AutomationId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.OwnValues;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The automations of a workspace. Each has a draft, which is changed without harm, and versions: switching on makes a
 * version of the draft, which contacts enter from then on; those already inside go on by the one they entered.
 */
@Component
public class Automations {
    public static final int MOST = 100;

    private final Tenancy tenancy;
    private final AutomationStore store;
    private final OwnValues values;
    private final Activity activity;
    private final Clock clock;

    Automations(Tenancy tenancy, AutomationStore store, OwnValues values, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.values = values;
        this.activity = activity;
        this.clock = clock;
    }

    public List<Automation> all(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.all(workspace));
    }

    public Optional<Automation> find(WorkspaceId workspace, AutomationId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** @throws UnknownAutomation when the workspace has none of this id */
    public Automation get(WorkspaceId workspace, AutomationId id) {
        return find(workspace, id).orElseThrow(() -> new UnknownAutomation(id));
    }

    /** The one that was made of a recipe; empty when none was. */
    public Optional<Automation> of(WorkspaceId workspace, Recipe recipe) {
        return all(workspace).stream()
                .filter(each -> each.recipe().filter(recipe::equals).isPresent())
                .findFirst();
    }

    /**
     * A draft, which does nothing until it is switched on. Empty when the workspace has {@link #MOST} already, or lacks a
     * value that the draft's mails name.
     */
    public Optional<Automation> create(WorkspaceId workspace, String name, Definition draft) {
        return tenancy.in(workspace, () -> {
            if (store.count(workspace) >= MOST || !values.hold(workspace, draft.ownValues())) {
                return Optional.empty();
            }
            var id = AutomationId.next(clock);
            store.insert(workspace, id, name, null, draft, clock.instant());
            return Optional.of(get(workspace, id));
        });
    }

    /**
     * Makes an automation of a recipe and switches it on; one that was made before is switched on as it is, unless it has
     * no step any more. Empty when there is none and the workspace has {@link #MOST} already.
     *
     * @param name what it is called, unless it is there already
     */
    public Optional<Automation> switchOn(WorkspaceId workspace, Recipe recipe, String name, Actor actor) {
        return tenancy.in(workspace, () -> {
            if (store.count(workspace) < MOST) {
                store.insert(workspace, AutomationId.next(clock), name, recipe, recipe.definition(), clock.instant());
            }
            return of(workspace, recipe).map(made -> {
                switchOn(workspace, made.id(), actor);
                return get(workspace, made.id());
            });
        });
    }

    /**
     * Changes the draft; what contacts enter stays.
     *
     * @param edition the one that was seen
     * @return false when somebody has changed it since, or deleted a value that its mails name
     */
    public boolean edit(
            WorkspaceId workspace, AutomationId id, int edition, String name, UnaryOperator<Definition> change) {
        return tenancy.in(workspace, () -> {
            Automation before = get(workspace, id);
            Definition after = change.apply(before.draft());
            return values.hold(workspace, after.ownValues()) && store.edit(workspace, id, edition, name, after);
        });
    }

    /**
     * Contacts enter by the draft from now on, and who is inside goes on: by the version they entered. Nothing happens
     * when it is on and the draft is the same.
     */
    public SwitchResult switchOn(WorkspaceId workspace, AutomationId id, Actor actor) {
        return tenancy.in(workspace, () -> {
            Automation held = hold(workspace, id);
            if (held.draft().isEmpty()) {
                return new SwitchResult.Empty();
            }
            if (held.hasChanges()) {
                store.insertVersion(workspace, id, held.version() + 1, held.draft());
            }
            if (!held.isActive()) {
                store.activate(workspace, id);
                tell(workspace, actor, new AutomationSwitched(id, AutomationState.ACTIVE, held.name()));
            } else if (held.hasChanges()) {
                tell(workspace, actor, new AutomationChanged(id, held.version() + 1, held.name()));
            }
            return new SwitchResult.On(get(workspace, id).version());
        });
    }

    /** Nobody enters, and who is inside rests, until it is switched on or resumed. Nothing happens unless it is on. */
    public void pause(WorkspaceId workspace, AutomationId id, Actor actor) {
        tenancy.run(workspace, () -> {
            Automation held = hold(workspace, id);
            if (held.isActive()) {
                store.pause(workspace, id);
                tell(workspace, actor, new AutomationSwitched(id, AutomationState.PAUSED, held.name()));
            }
        });
    }

    /** Goes on where it was paused, with the same version. Nothing happens unless it is paused. */
    public void resume(WorkspaceId workspace, AutomationId id, Actor actor) {
        tenancy.run(workspace, () -> {
            Automation held = hold(workspace, id);
            if (held.state() == AutomationState.PAUSED) {
                store.activate(workspace, id);
                tell(workspace, actor, new AutomationSwitched(id, AutomationState.ACTIVE, held.name()));
            }
        });
    }

    /** The draft is what contacts enter again; nothing happens before there is such. */
    public void discard(WorkspaceId workspace, AutomationId id) {
        tenancy.run(workspace, () -> {
            Automation held = hold(workspace, id);
            held.live().ifPresent(live -> store.edit(workspace, id, held.edition(), held.name(), live));
        });
    }

    /** Who is inside goes no further, and the history is gone. */
    public void remove(WorkspaceId workspace, AutomationId id, Actor actor) {
        tenancy.run(workspace, () -> {
            Automation held = hold(workspace, id);
            store.delete(workspace, id);
            tell(workspace, actor, new AutomationRemoved(id, held.name()));
        });
    }

    /**
     * {@link #get}, kept from changing until the transaction around this ends.
     *
     * @throws UnknownAutomation when the workspace has none of this id
     */
    public Automation hold(WorkspaceId workspace, AutomationId id) {
        if (!store.lock(workspace, id)) {
            throw new UnknownAutomation(id);
        }
        return get(workspace, id);
    }

    private void tell(WorkspaceId workspace, Actor actor, Fact fact) {
        activity.record(workspace, actor, fact);
    }
}

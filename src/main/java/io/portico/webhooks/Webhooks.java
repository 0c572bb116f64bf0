package io.portico.webhooks;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.calls.CallTarget;
import io.portico.webhooks.calls.Calls;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The webhooks of a workspace: who is told of what. Saving asks DNS where the address leads, outside of any transaction,
 * and refuses what leads into a private network.
 */
@Component
public class Webhooks {
    public static final int MOST = 20;

    private final Tenancy tenancy;
    private final WebhookStore store;
    private final SecretSeal seal;
    private final Calls calls;
    private final Activity activity;
    private final Clock clock;

    Webhooks(Tenancy tenancy, WebhookStore store, SecretSeal seal, Calls calls, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.seal = seal;
        this.calls = calls;
        this.activity = activity;
        this.clock = clock;
    }

    public List<Webhook> all(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.all(workspace));
    }

    public Optional<Webhook> find(WorkspaceId workspace, WebhookId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** @throws UnknownWebhook when the workspace has none of this id */
    public Webhook get(WorkspaceId workspace, WebhookId id) {
        return find(workspace, id).orElseThrow(() -> new UnknownWebhook(id));
    }

    /** Where an address leads now, and whether calls may go there. Asks DNS: never within a transaction. */
    public Reach reach(CallTarget target) {
        return new Reach(target, calls.obstacle(target));
    }

    /** It is told of what happens from now on; its secret is made with it. */
    public WebhookResult add(WorkspaceId workspace, NewWebhook wanted, Actor actor) {
        return add(workspace, wanted, reach(wanted.target()), actor);
    }

    /** The same, when it was found out before where its address leads. */
    public WebhookResult add(WorkspaceId workspace, NewWebhook wanted, Reach reach, Actor actor) {
        return reach.refusal(wanted.target())
                .orElseGet(() -> tenancy.in(workspace, () -> {
                    if (store.count(workspace) >= MOST) {
                        return new WebhookResult.TooMany(MOST);
                    }
                    var id = WebhookId.next(clock);
                    store.insert(workspace, id, wanted, seal.seal(id, SigningSecret.random()), clock.instant());
                    Webhook added = get(workspace, id);
                    activity.record(workspace, actor, new WebhookAdded(id, hostOf(added)));
                    return new WebhookResult.Saved(added);
                }));
    }

    /** Deliveries under way go to the new address. */
    public WebhookResult change(WorkspaceId workspace, WebhookId id, NewWebhook wanted, Actor actor) {
        return change(workspace, id, wanted, reach(wanted.target()), actor);
    }

    /** The same, when it was found out before where its address leads. */
    public WebhookResult change(WorkspaceId workspace, WebhookId id, NewWebhook wanted, Reach reach, Actor actor) {
        return reach.refusal(wanted.target())
                .orElseGet(() -> tenancy.in(workspace, () -> {
                    hold(workspace, id);
                    store.change(workspace, id, wanted);
                    Webhook changed = get(workspace, id);
                    activity.record(workspace, actor, new WebhookChanged(id, hostOf(changed)));
                    return new WebhookResult.Saved(changed);
                }));
    }

    /** Calls no more until it is resumed; what happens meanwhile is kept. Nothing happens unless it is active. */
    public void pause(WorkspaceId workspace, WebhookId id, Actor actor) {
        tenancy.run(workspace, () -> {
            Webhook held = hold(workspace, id);
            if (held.state() == WebhookState.ACTIVE) {
                store.become(workspace, id, WebhookState.PAUSED, Optional.empty());
                activity.record(workspace, actor, new WebhookPaused(id, hostOf(held)));
            }
        });
    }

    /** Calls again what is paused or was given up. Nothing happens when it is active. */
    public void resume(WorkspaceId workspace, WebhookId id, Actor actor) {
        tenancy.run(workspace, () -> {
            Webhook held = hold(workspace, id);
            if (held.state() != WebhookState.ACTIVE) {
                store.become(workspace, id, WebhookState.ACTIVE, Optional.empty());
                activity.record(workspace, actor, new WebhookResumed(id, hostOf(held)));
            }
        });
    }

    /** Removes it with its deliveries. */
    public void remove(WorkspaceId workspace, WebhookId id, Actor actor) {
        tenancy.run(workspace, () -> {
            Fact removed = new WebhookRemoved(id, hostOf(hold(workspace, id)));
            store.delete(workspace, id);
            activity.record(workspace, actor, removed);
        });
    }

    /** Calls it no more, until somebody resumes it. False, and nothing happens, unless it is active. */
    public boolean giveUp(WorkspaceId workspace, WebhookId id, DisabledBecause because) {
        return tenancy.in(workspace, () -> {
            Webhook held = hold(workspace, id);
            if (held.state() != WebhookState.ACTIVE) {
                return false;
            }
            store.become(workspace, id, WebhookState.DISABLED, Optional.of(because));
            activity.record(workspace, new Actor.Portico(), new WebhookDisabled(id, because, hostOf(held)));
            return true;
        });
    }

    /**
     * The webhook, kept from changing until the transaction around this ends.
     *
     * @throws UnknownWebhook when the workspace has none of this id
     */
    public Webhook hold(WorkspaceId workspace, WebhookId id) {
        return store.lock(workspace, id).orElseThrow(() -> new UnknownWebhook(id));
    }

    static String hostOf(Webhook webhook) {
        return webhook.target().url().getHost();
    }
}

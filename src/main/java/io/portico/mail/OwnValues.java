package io.portico.mail;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The custom values that a workspace defined: the same for everybody, such as opening hours. */
@Component
public class OwnValues {
    private final Tenancy tenancy;
    private final OwnValueStore store;
    private final ObjectProvider<ValueUses> uses;
    private final Activity activity;
    private final Clock clock;

    /** @param uses asked late: whoever keeps texts may ask for vocabularies, and so for this */
    OwnValues(Tenancy tenancy, OwnValueStore store, ObjectProvider<ValueUses> uses, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.uses = uses;
        this.activity = activity;
        this.clock = clock;
    }

    /** By key. */
    public List<OwnValue> all(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.all(workspace));
    }

    public Optional<OwnValue> find(WorkspaceId workspace, String key) {
        return OwnValue.isKey(key) ? tenancy.in(workspace, () -> store.find(workspace, key)) : Optional.empty();
    }

    public OwnValueResult add(WorkspaceId workspace, OwnValue wanted, Actor actor) {
        return tenancy.in(workspace, () -> {
            if (store.countAlone(workspace) >= OwnValue.MOST) {
                return new OwnValueResult.TooMany();
            }
            if (!store.insert(workspace, wanted, clock.instant())) {
                return new OwnValueResult.Taken();
            }
            return changed(workspace, wanted.key(), actor);
        });
    }

    /** Mails written a second later carry the new value. */
    public OwnValueResult change(WorkspaceId workspace, OwnValue wanted, Actor actor) {
        return tenancy.in(
                workspace,
                () -> store.update(workspace, wanted, clock.instant())
                        ? changed(workspace, wanted.key(), actor)
                        : new OwnValueResult.Gone());
    }

    private OwnValueResult changed(WorkspaceId workspace, String key, Actor actor) {
        activity.record(workspace, actor, new CustomValueSet(key));
        return new OwnValueResult.Done();
    }

    /** The texts that use it now. */
    public List<ValueUse> usesOf(WorkspaceId workspace, OwnValue value) {
        return tenancy.in(
                workspace,
                () -> uses.orderedStream()
                        .flatMap(each -> each.of(workspace, value.name()).stream())
                        .toList());
    }

    /** Deletes it unless a text uses it. */
    public OwnValueResult delete(WorkspaceId workspace, OwnValue value, Actor actor) {
        return tenancy.in(workspace, () -> {
            if (!store.lock(workspace, value.key())) {
                return new OwnValueResult.Gone();
            }
            List<ValueUse> used = usesOf(workspace, value);
            if (!used.isEmpty()) {
                return new OwnValueResult.InUse(used);
            }
            store.delete(workspace, value.key());
            activity.record(workspace, actor, new CustomValueDeleted(value.key()));
            return new OwnValueResult.Done();
        });
    }

    /**
     * Keeps the workspace's own values that a text uses from being deleted until the transaction around this ends; called
     * by whoever stores a text. False when one of them is gone: the text is to be checked again.
     */
    public boolean hold(WorkspaceId workspace, Set<CustomValue> used) {
        Set<String> keys = used.stream()
                .filter(CustomValue::isOfWorkspace)
                .map(CustomValue::key)
                .collect(Collectors.toSet());
        return tenancy.in(workspace, () -> store.hold(workspace, keys).size() == keys.size());
    }
}

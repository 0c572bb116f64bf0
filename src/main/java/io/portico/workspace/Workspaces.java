package io.portico.workspace;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.OperatorId;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The workspaces of this installation. */
@Component
public class Workspaces {
    private final WorkspaceStore store;
    private final Tenancy tenancy;
    private final Activity activity;
    private final Clock clock;

    Workspaces(WorkspaceStore store, Tenancy tenancy, Activity activity, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.activity = activity;
        this.clock = clock;
    }

    public Optional<Workspace> withSlug(Slug slug) {
        return store.withSlug(slug);
    }

    /** @throws IllegalStateException when there is none: an id of ours always names a workspace */
    public Workspace get(WorkspaceId id) {
        return store.find(id).orElseThrow(() -> new IllegalStateException("no workspace " + id));
    }

    /** The workspace, whose details nobody else changes until the transaction around this ends. */
    public Workspace hold(WorkspaceId id) {
        return tenancy.in(id, () -> store.lock(id)).orElseThrow(() -> new IllegalStateException("no workspace " + id));
    }

    public Optional<Workspace> find(WorkspaceId id) {
        return store.find(id);
    }

    /**
     * The workspace as it was at most a quarter of a second ago: for what visitors see. Whether somebody may come in while
     * it is suspended is never decided by this, but by the statements that let them in.
     */
    public Optional<Workspace> findRecent(WorkspaceId id) {
        return store.findRecent(id);
    }

    public List<WorkspaceId> all() {
        return store.all();
    }

    /** The workspaces an operator belongs to, by name. */
    public List<Workspace> of(OperatorId operator) {
        return tenancy.asOperator(operator, () -> store.of(operator));
    }

    /** Opens a workspace with its first owner; empty when the sub-domain is taken. */
    public Optional<Workspace> open(NewWorkspace wanted, OperatorId owner, Actor actor) {
        var id = WorkspaceId.next(clock);
        return tenancy.in(id, () -> {
            if (!store.insert(id, wanted, clock.instant())) {
                return Optional.empty();
            }
            store.addOperator(id, owner, Role.OWNER, clock.instant());
            activity.record(id, actor, new WorkspaceOpened(wanted.name()));
            return store.find(id);
        });
    }

    /**
     * Closes the portal and lets no mail go until {@link #resume}. Every sign-in, every session and every claim of a mail
     * asks the database, so it holds on all nodes from the next one on; pages for strangers say so within a quarter of a
     * second. False, and nothing done, when it is suspended already.
     *
     * @param reason what its operators read in the log; empty for none
     */
    public boolean suspend(WorkspaceId id, String reason, Actor actor) {
        return tenancy.in(id, () -> {
            boolean changed = store.suspend(id, clock.instant());
            if (changed) {
                activity.record(id, actor, new WorkspaceSuspended(reason.isEmpty() ? "none" : reason));
            }
            return changed;
        });
    }

    /** False, and nothing done, when it is not suspended. */
    public boolean resume(WorkspaceId id, Actor actor) {
        return tenancy.in(id, () -> {
            boolean changed = store.resume(id, clock.instant());
            if (changed) {
                activity.record(id, actor, new WorkspaceResumed());
            }
            return changed;
        });
    }

    public void change(WorkspaceId id, WorkspaceDetails details, Actor actor) {
        tenancy.run(id, () -> {
            store.change(id, details);
            activity.record(id, actor, new WorkspaceChanged(details.name()));
        });
    }
}

package io.portico.workspace;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sub-domains of workspaces: each belongs to one of them, also after it moved to another. */
@Component
public class SubDomains {
    /** How many a workspace may have had, so that nobody collects names. */
    public static final int MOST = 10;

    private final SubDomainStore store;
    private final Tenancy tenancy;
    private final Activity activity;
    private final Clock clock;

    SubDomains(SubDomainStore store, Tenancy tenancy, Activity activity, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.activity = activity;
        this.clock = clock;
    }

    /** Whether another workspace is there, or was. */
    public boolean isTakenFrom(WorkspaceId workspace, Slug slug) {
        return tenancy.everywhere(() -> store.isTakenFrom(workspace, slug));
    }

    /** The names that were taken since, and by whom. */
    public Map<String, WorkspaceId> takenSince(Instant since) {
        return tenancy.everywhere(() -> store.takenSince(since));
    }

    /** Whose this sub-domain is or was before. */
    public Optional<WorkspaceId> ownerOf(String name) {
        return tenancy.everywhere(() -> store.ownerOf(name));
    }

    /** Moves the workspace. The sub-domain it was at stays its own. */
    public SubDomainChange change(WorkspaceId workspace, Slug wanted, Actor actor) {
        return tenancy.in(workspace, () -> {
            Slug before = store.hold(workspace);
            if (before.equals(wanted)) {
                return new SubDomainChange.Unchanged();
            }
            store.take(workspace, before, clock.instant());
            int kept = store.count(workspace);
            if (kept >= MOST && !store.isOf(workspace, wanted)) {
                return new SubDomainChange.TooMany(kept);
            }
            if (!store.take(workspace, wanted, clock.instant())) {
                return new SubDomainChange.Taken();
            }
            store.move(workspace, wanted);
            activity.record(workspace, actor, new SubDomainChanged(before.value(), wanted.value()));
            return new SubDomainChange.Done(before);
        });
    }
}

package io.portico.activity;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The log of a workspace. Facts are recorded in the transaction that made them true, or not at all; nothing is ever
 * changed or removed.
 */
@Component
public class Activity {
    private final Tenancy tenancy;
    private final ActivityStore store;

    Activity(Tenancy tenancy, ActivityStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    public void record(WorkspaceId workspace, Actor actor, Fact fact) {
        record(workspace, actor, List.of(fact));
    }

    public void record(WorkspaceId workspace, Actor actor, List<? extends Fact> facts) {
        tenancy.run(workspace, () -> store.append(workspace, actor, facts));
    }

    /**
     * Records what happened earlier or elsewhere, each fact at its own time: for loading a history, never for what
     * happens now. Entries are read back in the order given, not by their times, so the oldest comes first.
     */
    public void recordPast(WorkspaceId workspace, List<PastFact> history) {
        tenancy.run(workspace, () -> store.append(workspace, history));
    }

    /**
     * Records a fact of one kind for each row, in one statement.
     *
     * @param facts a select of {@code contact_id} and {@code details}, which is what the fact would be as JSON
     */
    public void recordEach(WorkspaceId workspace, Actor actor, Class<? extends Fact> kind, Rows facts) {
        tenancy.run(workspace, () -> store.appendEach(workspace, actor, kind, facts));
    }

    /** The newest entries, newest first. */
    public List<ActivityEntry> latest(WorkspaceId workspace, int limit) {
        return tenancy.in(workspace, () -> store.latest(workspace, limit));
    }

    /** The newest entries about one contact, newest first. */
    public List<ActivityEntry> about(WorkspaceId workspace, ContactId contact, int limit) {
        return tenancy.in(workspace, () -> store.about(workspace, contact, limit));
    }

    /** Entries older than the given id, newest first. */
    public List<ActivityEntry> page(WorkspaceId workspace, ActivityFilter filter, long before, int limit) {
        return tenancy.in(workspace, () -> store.page(workspace, filter, before, limit));
    }

    /** The kinds of facts that the log of this workspace has, in alphabetical order. */
    public List<String> kinds(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.kinds(workspace));
    }

    /** A word that differs when something was recorded since; costs one look into an index. */
    public String version(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.version(workspace));
    }
}

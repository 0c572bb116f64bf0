package io.portico.outreach;

import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Goes through all invitations and all runs of a workspace, page by page, by place and not by number. */
@Component
public class OutreachLists {
    private final Tenancy tenancy;
    private final OutreachListStore store;

    OutreachLists(Tenancy tenancy, OutreachListStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** In the order in which their contacts were created. */
    public List<Invitation> invitations(
            WorkspaceId workspace, Optional<InvitationState> state, Optional<ContactId> after, int limit) {
        return tenancy.in(workspace, () -> store.invitations(workspace, state, after, limit));
    }

    /** Newest first; with {@code before}, those older than that one. */
    public List<Run> runs(WorkspaceId workspace, Optional<RunId> before, int limit) {
        return tenancy.in(workspace, () -> store.runs(workspace, before, limit));
    }
}

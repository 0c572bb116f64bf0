package io.portico.automation;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What automations did, and who is in them. */
@Component
public class AutomationHistory {
    private final Tenancy tenancy;
    private final HistoryStore store;

    AutomationHistory(Tenancy tenancy, HistoryStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** The latest steps that an automation took, newest first. */
    public List<EntryLine> of(WorkspaceId workspace, AutomationId automation, int limit) {
        return tenancy.in(workspace, () -> store.lines(workspace, Optional.empty(), Optional.of(automation), limit));
    }

    /** The latest steps that were taken for a contact, newest first. */
    public List<EntryLine> of(WorkspaceId workspace, ContactId contact, int limit) {
        return tenancy.in(workspace, () -> store.lines(workspace, Optional.of(contact), Optional.empty(), limit));
    }

    /** The latest steps that an automation took for a contact, newest first. */
    public List<EntryLine> of(WorkspaceId workspace, AutomationId automation, ContactId contact, int limit) {
        return tenancy.in(
                workspace, () -> store.lines(workspace, Optional.of(contact), Optional.of(automation), limit));
    }

    /** Those inside it, whose turn is next first. */
    public List<Insider> inside(WorkspaceId workspace, AutomationId automation, int limit) {
        return tenancy.in(workspace, () -> store.inside(workspace, automation, limit));
    }
}

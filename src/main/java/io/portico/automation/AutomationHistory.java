package io.portico.automation;

import io.portico.kernel.AutomationId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What automations did, and who is in them. */
@Component
public class AutomationHistory {
    private final Tenancy tenancy;
    private final HistoryStore store;
    private final PassageStore passages;

    AutomationHistory(Tenancy tenancy, HistoryStore store, PassageStore passages) {
        this.tenancy = tenancy;
        this.store = store;
        this.passages = passages;
    }

    /** The latest steps that an automation took, newest first. */
    public List<TakenStep> of(WorkspaceId workspace, AutomationId automation, int limit) {
        return tenancy.in(workspace, () -> store.lines(workspace, automation, limit));
    }

    /** Ways through automations, the latest first. */
    public List<Passage> passages(WorkspaceId workspace, PassageQuery query) {
        return tenancy.in(workspace, () -> passages.page(workspace, query));
    }

    /** How many each automation has led; nothing of those that nobody has entered. */
    public Map<AutomationId, Attendance> attendance(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.attendance(workspace, Optional.empty()));
    }

    public Attendance attendance(WorkspaceId workspace, AutomationId automation) {
        return tenancy.in(workspace, () -> store.attendance(workspace, Optional.of(automation)))
                .getOrDefault(automation, Attendance.NONE);
    }

    /** Those inside it, whose turn is next first. */
    public List<Insider> inside(WorkspaceId workspace, AutomationId automation, int limit) {
        return tenancy.in(workspace, () -> store.inside(workspace, automation, limit));
    }
}

package io.portico.automation;

import io.portico.automation.EntranceStore.Newcomer;
import io.portico.automation.EntranceStore.Open;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets a contact into an automation because somebody says so, not because something happened. */
@Component
public class Entrance {
    private final Tenancy tenancy;
    private final EntranceStore store;
    private final Clock clock;

    Entrance(Tenancy tenancy, EntranceStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The conditions are looked at in a moment, as for all who enter: whom they keep out leaves no trace.
     *
     * @return false when the contact is inside, may not enter again yet, or the automation is not on
     */
    public boolean enter(WorkspaceId workspace, AutomationId automation, ContactId contact) {
        return tenancy.in(
                workspace,
                () -> store.open(Set.of(workspace)).stream()
                        .filter(each -> each.id().equals(automation))
                        .findFirst()
                        .filter(open -> enter(open, contact))
                        .isPresent());
    }

    private boolean enter(Open open, ContactId contact) {
        return store.enter(open, List.of(new Newcomer(EntryId.next(clock), contact, 0)), clock.instant()) == 1;
    }
}

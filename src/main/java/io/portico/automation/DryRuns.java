package io.portico.automation;

import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells what automations would do, and does nothing. */
@Component
public class DryRuns {
    private final Contacts contacts;
    private final Clock clock;

    DryRuns(Contacts contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * What it would do for the contact, who enters now.
     *
     * @throws io.portico.contacts.UnknownContact when the workspace has none of this id
     */
    public DryRun of(WorkspaceId workspace, Definition definition, ContactId contact) {
        return DryRun.of(definition, contacts.get(workspace, contact), clock.instant());
    }
}

package io.portico.web;

import io.portico.access.ContactSession;
import io.portico.access.Device;
import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Workspace;
import java.util.Optional;

/** Somebody in a workspace's portal: a stranger, or a contact with a live session. */
public record PortalVisit(
        Workspace workspace,
        Optional<Contact> contact,
        Optional<ContactSession> session,
        Device device,
        Texts texts,
        Assets assets,
        String csrf,
        Optional<Notice> notice,
        String here)
        implements Frame {
    public WorkspaceId workspaceId() {
        return workspace.id();
    }

    /** The signed-in contact; security lets nobody else reach a handler that asks. */
    public Contact member() {
        return contact.orElseThrow(() -> new IllegalStateException("nobody is signed in at " + path()));
    }

    public ContactId memberId() {
        return member().id();
    }

    public Actor actor() {
        return contact.<Actor>map(member -> new Actor.Contact(member.id(), device.ip()))
                .orElseGet(() -> new Actor.Stranger(device.ip()));
    }
}

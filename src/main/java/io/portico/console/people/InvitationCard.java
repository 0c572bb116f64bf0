package io.portico.console.people;

import io.portico.contacts.InvitationState;
import io.portico.outreach.Invitation;

/** A contact's invitation as their page shows it; {@code by} is empty when no operator sent it. */
public record InvitationCard(Invitation invitation, String by) {
    public boolean isPending() {
        return invitation.state() == InvitationState.PENDING;
    }

    /** Whoever has joined needs no further one. */
    public boolean mayBeRepeated() {
        return invitation.state() != InvitationState.ACCEPTED;
    }

    public boolean wasRepeated() {
        return invitation.times() > 1;
    }
}

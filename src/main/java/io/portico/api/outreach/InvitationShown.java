package io.portico.api.outreach;

import io.portico.api.ActorShown;
import io.portico.outreach.Invitation;
import java.time.Instant;

/** A contact's invitation as the API shows it; a contact has at most one. */
record InvitationShown(
        String contactId,
        String state,
        ActorShown invitedBy,
        Instant firstSentAt,
        Instant lastSentAt,
        int times,
        Instant expiresAt) {
    static InvitationShown of(Invitation invitation) {
        return new InvitationShown(
                invitation.contact().toString(),
                invitation.state().word(),
                ActorShown.of(invitation.by()),
                invitation.firstSentAt(),
                invitation.lastSentAt(),
                invitation.times(),
                invitation.expiresAt());
    }
}

package io.portico.access;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorInvitationId;
import io.portico.workspace.Role;
import java.time.Instant;

/** Somebody who was invited to run a workspace and has not answered yet. */
public record OperatorInvitation(
        OperatorInvitationId id,
        EmailAddress email,
        Role role,
        String invitedBy,
        String invitedByEmail,
        Instant orderedAt,
        Instant expiresAt) {
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}

package io.portico.access;

import io.portico.kernel.EmailAddress;
import io.portico.workspace.Role;
import java.time.Instant;
import java.util.UUID;

/** Somebody who was invited to run a workspace and has not answered yet. */
public record OperatorInvitation(
        UUID id, EmailAddress email, Role role, String invitedBy, Instant orderedAt, Instant expiresAt) {
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}

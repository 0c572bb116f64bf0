package io.portico.access;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorId;
import io.portico.kernel.OperatorInvitationId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Role;
import java.time.Instant;
import java.util.Optional;

/** What the link of an operator's invitation leads to. */
public sealed interface JoinLink {
    /** @param account the operator who has the invited address already */
    record Open(
            WorkspaceId workspace,
            OperatorInvitationId invitation,
            String workspaceName,
            EmailAddress email,
            Role role,
            String invitedBy,
            Optional<OperatorId> account)
            implements JoinLink {}

    record Used() implements JoinLink {}

    record Expired() implements JoinLink {}

    /** Revoked, or never a link of ours: no difference. */
    record Dead() implements JoinLink {}

    /** An invitation as it stands in the database. */
    record Row(Open content, boolean accepted, boolean revoked, Instant expiresAt) {
        JoinLink at(Instant now) {
            if (accepted) {
                return new Used();
            }
            if (revoked) {
                return new Dead();
            }
            return expiresAt.isAfter(now) ? content : new Expired();
        }
    }
}

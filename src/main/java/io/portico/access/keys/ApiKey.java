package io.portico.access.keys;

import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key of one workspace, without its secret.
 *
 * @param hint how the secret begins
 * @param madeBy empty for the key of the demo
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        WorkspaceId workspace,
        ApiKeyId id,
        String name,
        String hint,
        Set<ApiScope> scopes,
        Optional<OperatorId> madeBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    public boolean isLive(Instant now) {
        return revokedAt.isEmpty() && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
    }
}

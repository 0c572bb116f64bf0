package io.portico.access;

import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey with which an operator signs in.
 *
 * @param backedUp whether it is kept in more than one place, such as a password manager's cloud
 */
public record Passkey(
        UUID id, OperatorId operator, String name, boolean backedUp, Instant createdAt, Optional<Instant> lastUsedAt) {}

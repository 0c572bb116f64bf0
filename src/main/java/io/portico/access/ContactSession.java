package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import io.portico.kernel.SessionId;
import java.time.Instant;
import java.util.Optional;

/** A live session of a contact in the portal, and the link that opened it. */
public record ContactSession(
        SessionId id,
        ContactId contact,
        Optional<LinkId> openedBy,
        Instant createdAt,
        Instant lastUsedAt,
        String ip,
        String userAgent) {}

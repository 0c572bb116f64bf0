package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.Optional;

/** A magic link that can still sign its contact in, as the console lists it. */
public record LiveLink(
        LinkId id,
        ContactId contact,
        LinkPurpose purpose,
        Optional<OperatorId> madeBy,
        Optional<String> mailedTo,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> viewedAt) {}

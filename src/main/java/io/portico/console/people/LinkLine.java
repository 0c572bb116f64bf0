package io.portico.console.people;

import io.portico.access.LinkPurpose;
import io.portico.access.LiveLink;
import io.portico.kernel.LinkId;
import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A live magic link as it is listed; {@code madeBy} is empty when no operator made it. */
public record LinkLine(
        LinkId id,
        LinkPurpose purpose,
        String madeBy,
        Optional<String> mailedTo,
        Instant createdAt,
        Instant expiresAt) {
    static LinkLine of(LiveLink link, Map<OperatorId, String> operators) {
        return new LinkLine(
                link.id(),
                link.purpose(),
                link.madeBy().map(id -> operators.getOrDefault(id, "")).orElse(""),
                link.mailedTo(),
                link.createdAt(),
                link.expiresAt());
    }
}

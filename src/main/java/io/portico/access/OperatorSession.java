package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;

/**
 * A live session of an operator in the console.
 *
 * @param provenAt when the operator last proved who they are: at sign-in, or when asked again
 * @param secondStep whether they took a second step, then or at any time in this session
 */
public record OperatorSession(
        SessionId id,
        OperatorId operator,
        Instant createdAt,
        Instant lastUsedAt,
        Instant provenAt,
        boolean secondStep,
        String ip,
        String userAgent) {
    /** For so long after a proof the operator is not asked again, whatever they do. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    public boolean isFresh(Instant now) {
        return provenAt.plus(FRESH).isAfter(now);
    }
}

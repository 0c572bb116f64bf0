package io.portico.access;

import io.portico.activity.Maker;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.time.Instant;
import java.util.Optional;

/** A magic link as the registry lists it: who made it, when, and what became of it. */
public record ListedLink(
        LinkId id,
        ContactId contact,
        LinkPurpose purpose,
        Maker madeBy,
        Optional<String> mailedTo,
        Instant createdAt,
        Instant expiresAt,
        LinkState state,
        Optional<Trace> viewed,
        Optional<Trace> redeemed,
        Optional<Instant> revokedAt) {
    /** When somebody came with the link, and from where. */
    public record Trace(Instant at, Device device) {}

    /** When it stopped working; its expiry when nothing happened before. */
    public Instant endsAt() {
        return redeemed.map(Trace::at).or(() -> revokedAt).orElse(expiresAt);
    }
}

package io.portico.api.access;

import io.portico.access.ListedLink;
import io.portico.api.ActorShown;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A magic link as the API lists it; its secret is nowhere any more. */
record LinkShown(
        String id,
        String contactId,
        String purpose,
        String state,
        Optional<String> mailedTo,
        ActorShown createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> viewedAt,
        Optional<Instant> redeemedAt,
        Optional<Instant> revokedAt) {
    static LinkShown of(ListedLink link) {
        return new LinkShown(
                link.id().toString(),
                link.contact().toString(),
                link.purpose().word(),
                link.state().name().toLowerCase(Locale.ROOT),
                link.mailedTo(),
                ActorShown.of(link.madeBy()),
                link.createdAt(),
                link.expiresAt(),
                link.viewed().map(ListedLink.Trace::at),
                link.redeemed().map(ListedLink.Trace::at),
                link.revokedAt());
    }
}

package io.portico.api.access;

import io.portico.access.ContactSession;
import io.portico.kernel.LinkId;
import java.time.Instant;
import java.util.Optional;

/** A live session of a contact as the API shows it. */
record SessionShown(
        String id,
        String contactId,
        Optional<String> magicLinkId,
        Instant createdAt,
        Instant lastUsedAt,
        String address,
        String userAgent) {
    static SessionShown of(ContactSession session) {
        return new SessionShown(
                session.id().toString(),
                session.contact().toString(),
                session.openedBy().map(LinkId::toString),
                session.createdAt(),
                session.lastUsedAt(),
                session.ip(),
                session.userAgent());
    }
}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.time.Instant;
import java.util.Optional;

/** A magic link was made; {@code text} is its purpose. */
@FactKind("magic_link.created")
public record MagicLinkCreated(ContactId contact, LinkId link, String text, Instant expiresAt) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.util.Optional;

/** Somebody came with a dead link; {@code text} is its state. */
@FactKind("magic_link.refused")
public record MagicLinkRefused(ContactId contact, LinkId link, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.util.Optional;

/** A link's page was opened for the first time. */
@FactKind("magic_link.viewed")
public record MagicLinkViewed(ContactId contact, LinkId link) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.util.Optional;

/** A contact proved who they are for the first time. */
@FactKind("contact.joined")
public record ContactJoined(ContactId contact, LinkId link) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

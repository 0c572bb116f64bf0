package io.portico.contacts;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact got a tag it did not have; {@code text} is the tag. */
@FactKind("contact.tagged")
public record ContactTagged(ContactId contact, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

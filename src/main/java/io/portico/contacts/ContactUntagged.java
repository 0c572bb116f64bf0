package io.portico.contacts;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact lost a tag; {@code text} is the tag. */
@FactKind("contact.untagged")
public record ContactUntagged(ContactId contact, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

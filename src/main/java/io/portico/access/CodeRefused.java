package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A wrong code was typed for a contact's address. */
@FactKind("code.refused")
public record CodeRefused(ContactId contact, int liveCodes) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

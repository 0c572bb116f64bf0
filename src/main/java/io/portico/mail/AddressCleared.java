package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** Mail goes to a contact's address again; {@code text} is the reason the operator gave. */
@FactKind("address.cleared")
public record AddressCleared(ContactId contact, String address, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

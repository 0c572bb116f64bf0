package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** So many sessions of a contact were ended before their time. */
@FactKind("session.ended")
public record SessionsEnded(ContactId contact, int count) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

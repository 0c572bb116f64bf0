package io.portico.contacts;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.List;
import java.util.Optional;

/** Details of a contact changed; names the fields, never their values. */
@FactKind("contact.updated")
public record ContactUpdated(ContactId contact, List<String> fields) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

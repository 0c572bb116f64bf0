package io.portico.contacts;

import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A disabled contact may come in again. */
@FactKind("contact.enabled")
public record ContactEnabled(ContactId contact, Standing before, Standing after) implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

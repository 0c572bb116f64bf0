package io.portico.contacts;

import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact may not come in any more until enabled again. */
@FactKind("contact.disabled")
public record ContactDisabled(ContactId contact, Standing before, Standing after) implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

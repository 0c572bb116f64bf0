package io.portico.contacts;

import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact was deleted with all that hung on it, and counts for nothing any more. */
@FactKind("contact.deleted")
public record ContactDeleted(ContactId contact, Standing before, Standing after) implements StandingChanged {
    public ContactDeleted(ContactId contact, Standing before) {
        this(contact, before, Standing.NONE);
    }

    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.access;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact used a session for the first time on a UTC day. */
@FactKind("contact.seen")
public record ContactSeen(ContactId contact, Standing before, Standing after) implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

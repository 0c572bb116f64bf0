package io.portico.access;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import io.portico.kernel.SessionId;
import java.util.Optional;

/** A contact got a session, by link or code. */
@FactKind("contact.signed_in")
public record ContactSignedIn(ContactId contact, SessionId session, Standing before, Standing after)
        implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.contacts;

import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** The workspace got to know a contact; {@code text} is the source. */
@FactKind("contact.created")
public record ContactCreated(ContactId contact, String text, Standing before, Standing after)
        implements StandingChanged {
    /** A new contact counts for nothing yet. */
    public ContactCreated(ContactId contact, String source) {
        this(contact, source, Standing.NONE, Standing.NONE);
    }

    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

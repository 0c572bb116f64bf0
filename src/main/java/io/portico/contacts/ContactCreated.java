package io.portico.contacts;

import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.List;
import java.util.Optional;

/** The workspace got to know a contact; {@code text} is the source, and {@code tagged} what tags it came with. */
@FactKind("contact.created")
public record ContactCreated(ContactId contact, String text, List<String> tagged, Standing before, Standing after)
        implements StandingChanged {
    public ContactCreated {
        tagged = List.copyOf(tagged);
    }

    /** A new contact counts for nothing yet. */
    public ContactCreated(ContactId contact, String source, List<String> tagged) {
        this(contact, source, tagged, Standing.NONE, Standing.NONE);
    }

    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

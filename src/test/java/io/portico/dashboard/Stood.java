package io.portico.dashboard;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChange;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact came to stand differently, for no reason but a test's. */
@FactKind("test.stood")
record Stood(ContactId contact, Standing before, Standing after) implements StandingChanged {
    Stood(ContactId contact, StandingChange change) {
        this(contact, change.before(), change.after());
    }

    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

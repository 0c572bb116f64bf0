package io.portico.outreach;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import java.util.Optional;

/** A contact was invited, for the first time or again; by a run, or by an automation alone. */
@FactKind("contact.invited")
public record ContactInvited(ContactId contact, Optional<RunId> run, Standing before, Standing after)
        implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

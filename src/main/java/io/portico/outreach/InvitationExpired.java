package io.portico.outreach;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** An invitation ran out before the contact joined. */
@FactKind("invitation.expired")
public record InvitationExpired(ContactId contact, Standing before, Standing after) implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

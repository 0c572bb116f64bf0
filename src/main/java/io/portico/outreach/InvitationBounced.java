package io.portico.outreach;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** The mailbox an invitation was sent to does not exist. */
@FactKind("invitation.bounced")
public record InvitationBounced(ContactId contact, Standing before, Standing after) implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

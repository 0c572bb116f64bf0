package io.portico.outreach;

import io.portico.activity.FactKind;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** An operator took an invitation back; its links are dead, and those of reminders that automations sent. */
@FactKind("invitation.revoked")
public record InvitationRevoked(ContactId contact, Standing before, Standing after) implements StandingChanged {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

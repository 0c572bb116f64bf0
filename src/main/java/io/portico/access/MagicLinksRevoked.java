package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** So many live links of a contact were revoked. */
@FactKind("magic_link.revoked")
public record MagicLinksRevoked(ContactId contact, int count) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

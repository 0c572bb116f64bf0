package io.portico.apps;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** A contact opened the installed portal, for the first time in a month. */
@FactKind("app.opened")
public record AppOpened(ContactId contact) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.util.Optional;

/** A link was spent; {@code text} tells whether by link or code. */
@FactKind("magic_link.redeemed")
public record MagicLinkRedeemed(ContactId contact, LinkId link, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}

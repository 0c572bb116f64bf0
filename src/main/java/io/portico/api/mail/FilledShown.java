package io.portico.api.mail;

import io.portico.access.ContactTexts;
import io.portico.access.MadeLink;
import io.portico.contacts.Contact;
import java.time.Instant;
import java.util.Optional;

/** A filled text, and which link stands in it. */
record FilledShown(String text, String contactId, Optional<String> magicLinkId, Optional<Instant> expiresAt) {
    static FilledShown of(Contact contact, ContactTexts.Filled filled) {
        return new FilledShown(
                filled.text(),
                contact.id().toString(),
                filled.link().map(link -> link.id().toString()),
                filled.link().map(MadeLink::expiresAt));
    }

    /** Never the text, as it may hold the link. */
    @Override
    public String toString() {
        return "FilledShown[" + contactId + "]";
    }
}

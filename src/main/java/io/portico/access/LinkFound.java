package io.portico.access;

import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.LinkId;
import java.util.Optional;

/** The link behind a secret somebody came with. */
public record LinkFound(LinkId id, Contact contact, LinkState state, LinkTarget target) {
    /** Who is about to sign in, told only in part: enough for the right one to recognise, too little for another. */
    public String who() {
        return contact.email()
                .map(EmailAddress::masked)
                .orElseGet(() -> partOf(contact.name().full()));
    }

    /** Where a new link would be mailed to, in part; empty without an address. */
    public Optional<String> mailbox() {
        return contact.email().map(EmailAddress::masked);
    }

    private static String partOf(String name) {
        return name.isEmpty() ? "•••" : name.substring(0, name.offsetByCodePoints(0, 1)) + "•••";
    }
}

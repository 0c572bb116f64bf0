package io.portico.api.access;

import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.kernel.ContactId;
import java.time.Instant;
import java.util.Optional;

/**
 * A magic link just made, with the address that is shown this once.
 *
 * @param mail whether one was ordered as well; null when none was asked for
 */
record MadeLinkShown(
        String id, String contactId, String url, String target, Instant expiresAt, Optional<MailShown> mail) {
    /**
     * Whether a mail with a link of its own is on its way.
     *
     * @param reason why none is: {@code no-address}, {@code cooldown} or {@code daily-limit}
     */
    record MailShown(boolean ordered, Optional<String> reason) {}

    static MadeLinkShown of(ContactId contact, LinkTarget target, MadeLink made, Optional<MailShown> mail) {
        return new MadeLinkShown(
                made.id().toString(), contact.toString(), made.url().toString(), target.path(), made.expiresAt(), mail);
    }

    /** Never the address, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "MadeLinkShown[" + id + "]";
    }
}

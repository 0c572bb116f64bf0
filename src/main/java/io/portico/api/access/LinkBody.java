package io.portico.api.access;

import io.portico.access.LinkTarget;
import io.portico.api.Fields;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.time.Duration;
import java.util.Optional;

/** A magic link to be made, as a body says: for a contact, by id or by address. */
record LinkBody(
        Optional<ContactId> contact,
        Optional<EmailAddress> email,
        LinkTarget target,
        Optional<Duration> lifetime,
        boolean isToBeSent) {
    private static final int LONGEST = 500;
    private static final long LEAST_SECONDS = 60;
    private static final long MOST_SECONDS = Duration.ofDays(30).toSeconds();

    static LinkBody of(Fields body) {
        var read = new LinkBody(
                body.parsed("contact_id", LONGEST, ContactId::parse, "It must be the id of a contact."),
                body.parsed(
                        "email", LONGEST, EmailAddress::parse, "It must be an e-mail address such as kim@example.com."),
                body.parsed(
                                "target",
                                LONGEST,
                                LinkTarget::parse,
                                "It must be a path within the portal such as /profile.")
                        .orElse(LinkTarget.HOME),
                body.number("expires_in", LEAST_SECONDS, MOST_SECONDS).map(Duration::ofSeconds),
                body.flag("send").orElse(false));
        if (body.has("contact_id") == body.has("email")) {
            body.fault("contact_id", "missing", "Give either contact_id or email.");
        }
        body.end();
        return read;
    }
}

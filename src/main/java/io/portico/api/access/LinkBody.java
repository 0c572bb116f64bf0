package io.portico.api.access;

import io.portico.access.LinkTarget;
import io.portico.api.Fields;
import java.time.Duration;
import java.util.Optional;

/** A magic link to be made, as a body says: for a contact, by id or by address. */
record LinkBody(MeantContact contact, LinkTarget target, Optional<Duration> lifetime, boolean isToBeSent) {
    private static final int LONGEST = 500;
    private static final long LEAST_SECONDS = 60;
    private static final long MOST_SECONDS = Duration.ofDays(30).toSeconds();

    static LinkBody of(Fields body) {
        var read = new LinkBody(
                MeantContact.in(body),
                body.parsed(
                                "target",
                                LONGEST,
                                LinkTarget::parse,
                                "It must be a path within the portal such as /profile.")
                        .orElse(LinkTarget.HOME),
                body.number("expires_in", LEAST_SECONDS, MOST_SECONDS).map(Duration::ofSeconds),
                body.flag("send").orElse(false));
        body.end();
        return read;
    }
}

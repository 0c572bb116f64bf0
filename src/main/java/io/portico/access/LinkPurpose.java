package io.portico.access;

import io.portico.kernel.Labelled;
import java.time.Duration;

/** What a magic link was made for, with the default and the longest time it may live. */
public enum LinkPurpose implements Labelled {
    /** Made in the console or by API. */
    OPERATOR(Duration.ofHours(1), Duration.ofDays(30)),
    /** Asked for on the portal's sign-in page. */
    SELF(Duration.ofMinutes(15), Duration.ofHours(1)),
    LOGIN_EMAIL(Duration.ofHours(24), Duration.ofDays(7)),
    INVITATION(Duration.ofDays(7), Duration.ofDays(30)),
    AUTOMATION(Duration.ofHours(24), Duration.ofDays(7));

    private final Duration lifetime;
    private final Duration longest;

    LinkPurpose(Duration lifetime, Duration longest) {
        this.lifetime = lifetime;
        this.longest = longest;
    }

    public Duration defaultLifetime() {
        return lifetime;
    }

    /** The wished lifetime, cut to the cap; at least a minute. */
    public Duration allowed(Duration wished) {
        Duration least = Duration.ofMinutes(1);
        if (wished.compareTo(least) < 0) {
            return least;
        }
        return wished.compareTo(longest) > 0 ? longest : wished;
    }

    static LinkPurpose of(String word) {
        return Labelled.of(LinkPurpose.class, word);
    }
}

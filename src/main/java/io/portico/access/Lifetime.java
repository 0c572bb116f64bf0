package io.portico.access;

import io.portico.kernel.Labelled;
import java.time.Duration;

/** Something whose lifetime a workspace sets, with the usual one and the hard caps that no workspace passes. */
public enum Lifetime implements Labelled {
    /** Of a link made in the console or by API, unless another is chosen. */
    OPERATOR_LINK(Duration.ofHours(1), Caps.LEAST_OF_LINKS, Duration.ofDays(30)),
    /** The longest that may be chosen for such a link. */
    CHOSEN_LINK(Duration.ofDays(30), Caps.LEAST_OF_LINKS, Duration.ofDays(30)),
    SELF_LINK(Duration.ofMinutes(15), Caps.LEAST_OF_LINKS, Duration.ofHours(1)),
    LOGIN_EMAIL_LINK(Duration.ofHours(24), Caps.LEAST_OF_LINKS, Duration.ofDays(7)),
    INVITATION_LINK(Duration.ofDays(7), Caps.LEAST_OF_LINKS, Duration.ofDays(30)),
    AUTOMATION_LINK(Duration.ofHours(24), Caps.LEAST_OF_LINKS, Duration.ofDays(7)),
    /** How long a contact's session lives without being used. */
    SESSION_IDLE(Duration.ofDays(30), Duration.ofMinutes(15), Duration.ofDays(90)),
    /** How long a contact's session lives, however much it is used. */
    SESSION_ABSOLUTE(Duration.ofDays(90), Duration.ofMinutes(15), Duration.ofDays(365));

    private final Duration usual;
    private final Duration shortest;
    private final Duration longest;

    Lifetime(Duration usual, Duration shortest, Duration longest) {
        this.usual = usual;
        this.shortest = shortest;
        this.longest = longest;
    }

    /** What counts in a workspace that has chosen nothing. */
    public Duration usual() {
        return usual;
    }

    public Duration shortest() {
        return shortest;
    }

    public Duration longest() {
        return longest;
    }

    public boolean admits(Duration length) {
        return length.compareTo(shortest) >= 0 && length.compareTo(longest) <= 0;
    }

    String column() {
        return word().replace('-', '_');
    }

    /** A mail needs a moment to arrive. */
    private static final class Caps {
        private static final Duration LEAST_OF_LINKS = Duration.ofMinutes(5);
    }
}

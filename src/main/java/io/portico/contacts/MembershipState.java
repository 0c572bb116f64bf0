package io.portico.contacts;

import io.portico.kernel.Labelled;
import java.util.Optional;

/** How a contact stands in the portal, in one word; the database derives it from the same columns. */
public enum MembershipState implements Labelled {
    NONE,
    INVITED,
    JOINED,
    EXPIRED,
    REVOKED,
    BOUNCED,
    DISABLED;

    public static Optional<MembershipState> parse(String word) {
        return Labelled.parse(MembershipState.class, word);
    }

    /** @throws IllegalArgumentException for a word that is no state */
    public static MembershipState of(String word) {
        return Labelled.of(MembershipState.class, word);
    }
}

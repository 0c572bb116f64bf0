package io.portico.outreach;

import io.portico.contacts.Standing;
import io.portico.mail.SkipReason;
import java.util.Optional;

/** The mails that speak of an invitation, and the one rule whom each still reaches when its turn has come. */
public enum InvitationMail {
    /** The invitation itself. It is noted before it leaves, so one whose time is over was overtaken by that. */
    INVITATION,
    /**
     * A later word about it, with a link of its own. It also goes to those whose invitation merely expired: nobody decided
     * against them, and a second reminder may well fall on the very day on which the invitation expires.
     */
    REMINDER;

    /** Why it is not sent any more; empty when it is. */
    public Optional<SkipReason> obstacle(Standing standing) {
        return switch (standing.state()) {
            case INVITED -> Optional.empty();
            case JOINED -> Optional.of(SkipReason.ALREADY_JOINED);
            case REVOKED -> Optional.of(SkipReason.INVITATION_REVOKED);
            case DISABLED -> Optional.of(SkipReason.DISABLED);
            case EXPIRED -> this == INVITATION ? Optional.of(SkipReason.GONE) : Optional.empty();
            case BOUNCED -> this == REMINDER ? Optional.of(SkipReason.INVITATION_BOUNCED) : Optional.empty();
            case NONE -> this == REMINDER ? Optional.of(SkipReason.NOT_INVITED) : Optional.empty();
        };
    }
}

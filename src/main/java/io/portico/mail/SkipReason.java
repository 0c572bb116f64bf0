package io.portico.mail;

import io.portico.kernel.Labelled;

/** Why a mail is not sent on purpose. */
public enum SkipReason implements Labelled {
    DISABLED,
    SUPPRESSED,
    NO_ADDRESS,
    INVALID_ADDRESS,
    DUPLICATE_ADDRESS,
    /** The same address got a mail that lets in a moment ago. */
    COOLDOWN,
    /** The same address got as many mails that let in as it may get in a day. */
    DAILY_LIMIT,
    ALREADY_JOINED,
    /** A reminder to somebody who was never invited. */
    NOT_INVITED,
    /** An operator took the invitation back. */
    INVITATION_REVOKED,
    /** The mailbox that was invited does not exist. */
    INVITATION_BOUNCED,
    /** A mail was asked for to an address that no contact has. */
    UNKNOWN_ADDRESS,
    /** The contact, invitation or operator it was for is gone or withdrawn. */
    GONE;

    public static SkipReason of(String word) {
        return Labelled.of(SkipReason.class, word);
    }
}

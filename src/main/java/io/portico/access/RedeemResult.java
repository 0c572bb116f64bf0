package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.Secret;

/** What came of pressing a link's button. */
public sealed interface RedeemResult {
    /** A session was opened; its secret is handed out this once. */
    record SignedIn(Secret session, ContactId contact, LinkTarget target) implements RedeemResult {}

    /** The link is known but dead. */
    record Refused(LinkState state) implements RedeemResult {}

    /** No such link in this workspace. */
    record Unknown() implements RedeemResult {}
}

package io.portico.access;

import io.portico.kernel.EmailAddress;
import java.time.Duration;

/** What became of an operator's invitation, or of the wish to send it again. */
public sealed interface OperatorInviteResult {
    /** The mail is ordered; an invitation that was open before has the new role and time. */
    record Ordered(EmailAddress to) implements OperatorInviteResult {}

    /** The role is above the inviting operator's own. */
    record AboveOwn() implements OperatorInviteResult {}

    record AlreadyHere(String name) implements OperatorInviteResult {}

    /** Its mail was ordered a moment ago. */
    record TooSoon(Duration delay) implements OperatorInviteResult {}

    /** Answered or revoked meanwhile. */
    record Gone() implements OperatorInviteResult {}
}

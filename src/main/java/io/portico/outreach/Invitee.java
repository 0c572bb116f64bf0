package io.portico.outreach;

import io.portico.kernel.ContactId;

/** Somebody an operator wants to invite, as far as it is known who that is. */
sealed interface Invitee {
    record Known(ContactId contact) implements Invitee {}

    /** An address that nobody has yet. */
    record Newcomer(TypedAddress typed) implements Invitee {}

    /** Typed text that is no address. */
    record Invalid(TypedAddress typed) implements Invitee {}

    /** Listed before in the same request. */
    record Duplicate(TypedAddress typed) implements Invitee {}
}

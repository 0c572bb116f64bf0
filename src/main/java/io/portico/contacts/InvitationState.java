package io.portico.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.portico.kernel.Labelled;
import java.util.Locale;

/** How a contact's latest invitation stands. Accepted it is when the contact has joined, whichever way they came. */
public enum InvitationState implements Labelled {
    PENDING,
    ACCEPTED,
    EXPIRED,
    REVOKED,
    BOUNCED;

    @Override
    @JsonValue
    public String word() {
        return Labelled.super.word();
    }

    @JsonCreator
    public static InvitationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package io.portico.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a contact's latest invitation stands, as long as they have not joined. */
public enum InvitationState {
    PENDING,
    EXPIRED,
    REVOKED,
    BOUNCED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static InvitationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one invitation to run a workspace; UUID version 7, so ids sort by the time they were made. */
public record OperatorInvitationId(@JsonValue UUID value) {
    @JsonCreator
    public OperatorInvitationId {}

    public static OperatorInvitationId next(Clock clock) {
        return new OperatorInvitationId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<OperatorInvitationId> parse(String text) {
        return Uuid7.parse(text).map(OperatorInvitationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

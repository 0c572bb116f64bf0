package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one wish of an operator to set a new password; UUID version 7, so ids sort by the time they were made. */
public record PasswordResetId(@JsonValue UUID value) {
    @JsonCreator
    public PasswordResetId {}

    public static PasswordResetId next(Clock clock) {
        return new PasswordResetId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<PasswordResetId> parse(String text) {
        return Uuid7.parse(text).map(PasswordResetId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

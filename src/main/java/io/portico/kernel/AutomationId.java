package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one automation of a workspace; UUID version 7, so ids sort by the time they were made. */
public record AutomationId(@JsonValue UUID value) {
    @JsonCreator
    public AutomationId {}

    public static AutomationId next(Clock clock) {
        return new AutomationId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<AutomationId> parse(String text) {
        return Uuid7.parse(text).map(AutomationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one event that webhooks are told of; UUID version 7, so ids sort by the time they were made. */
public record EventId(@JsonValue UUID value) {
    @JsonCreator
    public EventId {}

    public static EventId next(Clock clock) {
        return new EventId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<EventId> parse(String text) {
        return Uuid7.parse(text).map(EventId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one run, and the mail batch that carries it; UUID version 7, so ids sort by the time they were made. */
public record RunId(@JsonValue UUID value) {
    @JsonCreator
    public RunId {}

    public static RunId next(Clock clock) {
        return new RunId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<RunId> parse(String text) {
        return Uuid7.parse(text).map(RunId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

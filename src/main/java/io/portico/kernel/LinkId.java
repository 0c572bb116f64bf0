package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one magic link; UUID version 7, so ids sort by the time they were made. */
public record LinkId(@JsonValue UUID value) {
    @JsonCreator
    public LinkId {}

    public static LinkId next(Clock clock) {
        return new LinkId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<LinkId> parse(String text) {
        return Uuid7.parse(text).map(LinkId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

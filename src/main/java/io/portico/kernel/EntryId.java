package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one passage of a contact through an automation; UUID version 7, so ids sort by the time they were made. */
public record EntryId(@JsonValue UUID value) {
    @JsonCreator
    public EntryId {}

    public static EntryId next(Clock clock) {
        return new EntryId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<EntryId> parse(String text) {
        return Uuid7.parse(text).map(EntryId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

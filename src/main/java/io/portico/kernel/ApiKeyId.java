package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one API key; UUID version 7, so ids sort by the time they were made. */
public record ApiKeyId(@JsonValue UUID value) {
    @JsonCreator
    public ApiKeyId {}

    public static ApiKeyId next(Clock clock) {
        return new ApiKeyId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<ApiKeyId> parse(String text) {
        return Uuid7.parse(text).map(ApiKeyId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one mail in the outbox; UUID version 7, so ids sort by the time they were made. */
public record MailId(@JsonValue UUID value) {
    @JsonCreator
    public MailId {}

    public static MailId next(Clock clock) {
        return new MailId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<MailId> parse(String text) {
        return Uuid7.parse(text).map(MailId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one endpoint that is told of events; UUID version 7, so ids sort by the time they were made. */
public record WebhookId(@JsonValue UUID value) {
    @JsonCreator
    public WebhookId {}

    public static WebhookId next(Clock clock) {
        return new WebhookId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<WebhookId> parse(String text) {
        return Uuid7.parse(text).map(WebhookId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Names one event on its way to one webhook; UUID version 7, so ids sort by the time they were made. */
public record DeliveryId(@JsonValue UUID value) {
    @JsonCreator
    public DeliveryId {}

    public static DeliveryId next(Clock clock) {
        return new DeliveryId(Uuid7.next(clock));
    }

    /** Reads an id out of a path or form; empty when the text is no UUID. */
    public static Optional<DeliveryId> parse(String text) {
        return Uuid7.parse(text).map(DeliveryId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.portico.api;

import io.portico.activity.Maker;
import java.util.Optional;

/**
 * Who did or made something.
 *
 * @param kind operator, contact, api_key, stranger, host or portico
 */
public record ActorShown(String kind, Optional<String> id) {
    /** Kinds as the log has them. */
    public static ActorShown of(Maker maker) {
        return maker.operator()
                .map(id -> new ActorShown("operator", Optional.of(id.toString())))
                .or(() -> maker.key().map(id -> new ActorShown("api_key", Optional.of(id.toString()))))
                .orElseGet(() -> new ActorShown("portico", Optional.empty()));
    }
}

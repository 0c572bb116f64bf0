package io.portico.activity;

import io.portico.kernel.ApiKeyId;
import io.portico.kernel.ContactId;
import io.portico.kernel.OperatorId;
import java.util.Optional;
import java.util.UUID;

/** Who did it, and from which IP address. */
public sealed interface Actor {
    record Operator(OperatorId operator, String ip) implements Actor {}

    record Contact(ContactId contact, String ip) implements Actor {}

    /** A program that holds a key of the workspace. */
    record ApiKey(ApiKeyId key, String ip) implements Actor {}

    /** Somebody who has not signed in. */
    record Stranger(String ip) implements Actor {}

    /** Portico itself: a schedule, an automation, a worker. */
    record Portico() implements Actor {}

    default String kind() {
        return switch (this) {
            case Operator o -> "operator";
            case Contact c -> "contact";
            case ApiKey k -> "api_key";
            case Stranger s -> "stranger";
            case Portico p -> "portico";
        };
    }

    default Optional<UUID> id() {
        return switch (this) {
            case Operator o -> Optional.of(o.operator().value());
            case Contact c -> Optional.of(c.contact().value());
            case ApiKey k -> Optional.of(k.key().value());
            case Stranger s -> Optional.empty();
            case Portico p -> Optional.empty();
        };
    }

    default Optional<String> address() {
        return switch (this) {
            case Operator o -> Optional.of(o.ip());
            case Contact c -> Optional.of(c.ip());
            case ApiKey k -> Optional.of(k.ip());
            case Stranger s -> Optional.of(s.ip());
            case Portico p -> Optional.empty();
        };
    }
}

package io.portico.activity;

import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who made a thing that is kept: an operator, or a program by its key; neither when Portico did, or a contact. */
public record Maker(Optional<OperatorId> operator, Optional<ApiKeyId> key) {
    public static final Maker PORTICO = new Maker(Optional.empty(), Optional.empty());

    public static Maker of(Actor actor) {
        return switch (actor) {
            case Actor.Operator by -> new Maker(Optional.of(by.operator()), Optional.empty());
            case Actor.ApiKey by -> new Maker(Optional.empty(), Optional.of(by.key()));
            case Actor.Contact by -> PORTICO;
            case Actor.Stranger by -> PORTICO;
            case Actor.Host by -> PORTICO;
            case Actor.Portico by -> PORTICO;
        };
    }

    /** Of the columns {@code created_by} and {@code created_by_key}, whose first words are given. */
    public static Maker in(ResultSet row, String by) throws SQLException {
        return new Maker(
                Optional.ofNullable(row.getObject(by, UUID.class)).map(OperatorId::new),
                Optional.ofNullable(row.getObject(by + "_key", UUID.class)).map(ApiKeyId::new));
    }

    public @Nullable UUID operatorOrNull() {
        return operator.map(OperatorId::value).orElse(null);
    }

    public @Nullable UUID keyOrNull() {
        return key.map(ApiKeyId::value).orElse(null);
    }
}

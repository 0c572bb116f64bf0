package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.PasswordResetId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PasswordResetStore {
    private final JdbcClient jdbc;

    PasswordResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int requestedSince(OperatorId operator, Instant since) {
        return jdbc.sql("select count(*) from password_reset where operator_id = ? and requested_at > ?")
                .params(operator.value(), since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void insert(PasswordResetId id, OperatorId operator, Instant now, Instant end) {
        jdbc.sql("insert into password_reset (id, operator_id, requested_at, expires_at) values (?, ?, ?, ?)")
                .params(id.value(), operator.value(), now.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The operator it is for; empty when the reset was used up meanwhile. */
    Optional<OperatorId> arm(PasswordResetId id, byte[] hash, Instant end) {
        var sql = "update password_reset set token_hash = ?, expires_at = ? where id = ? returning operator_id";
        return jdbc.sql(sql)
                .params(hash, end.atOffset(ZoneOffset.UTC), id.value())
                .query(UUID.class)
                .optional()
                .map(OperatorId::new);
    }

    Optional<OperatorId> alive(byte[] hash, Instant now) {
        return jdbc.sql("select operator_id from password_reset where token_hash = ? and expires_at > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(OperatorId::new);
    }

    Optional<OperatorId> spend(byte[] hash, Instant now) {
        return jdbc.sql("delete from password_reset where token_hash = ? and expires_at > ? returning operator_id")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(OperatorId::new);
    }

    void deleteAll(OperatorId operator) {
        jdbc.sql("delete from password_reset where operator_id = ?")
                .param(operator.value())
                .update();
    }

    void deleteOlder(OperatorId operator, Instant than) {
        jdbc.sql("delete from password_reset where operator_id = ? and requested_at < ?")
                .params(operator.value(), than.atOffset(ZoneOffset.UTC))
                .update();
    }
}

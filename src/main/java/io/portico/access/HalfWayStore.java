package io.portico.access;

import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HalfWayStore {
    private final JdbcClient jdbc;

    HalfWayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also clears away the operator's own that expired. */
    void insert(byte[] hash, OperatorId operator, Instant now, Instant end) {
        jdbc.sql("delete from operator_half_way where operator_id = ? and expires_at <= ?")
                .params(operator.value(), now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into operator_half_way (token_hash, operator_id, expires_at) values (?, ?, ?)")
                .params(hash, operator.value(), end.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<OperatorId> alive(byte[] hash, Instant now) {
        return jdbc.sql("select operator_id from operator_half_way where token_hash = ? and expires_at > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(OperatorId::new);
    }

    /** True for one caller, once. */
    boolean spend(byte[] hash, Instant now) {
        return jdbc.sql("delete from operator_half_way where token_hash = ? and expires_at > ?")
                        .params(hash, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deleteAll(OperatorId operator) {
        jdbc.sql("delete from operator_half_way where operator_id = ?")
                .param(operator.value())
                .update();
    }
}

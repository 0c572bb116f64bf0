package io.portico.access;

import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TwoStepStore {
    private final JdbcClient jdbc;

    TwoStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sealed key, and the time step of the last code that was accepted. */
    record Row(byte[] sealed, long lastStep, Instant since) {}

    Optional<Row> find(OperatorId operator) {
        return jdbc.sql("select secret, last_step, created_at from operator_totp where operator_id = ?")
                .param(operator.value())
                .query((row, n) -> new Row(
                        row.getBytes("secret"),
                        row.getLong("last_step"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** False, and nothing changed, when it is on already. */
    boolean turnOn(OperatorId operator, byte[] sealed, long step, Instant now) {
        var sql = """
                insert into operator_totp (operator_id, secret, last_step, created_at) values (?, ?, ?, ?)
                on conflict do nothing""";
        return jdbc.sql(sql)
                        .params(operator.value(), sealed, step, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** True for one caller, once a step, and never for a step before. */
    boolean use(OperatorId operator, long step) {
        return jdbc.sql(
                                "update operator_totp set last_step = :step where operator_id = :operator and last_step < :step")
                        .param("step", step)
                        .param("operator", operator.value())
                        .update()
                == 1;
    }

    boolean turnOff(OperatorId operator) {
        jdbc.sql("delete from operator_recovery_code where operator_id = ?")
                .param(operator.value())
                .update();
        return jdbc.sql("delete from operator_totp where operator_id = ?")
                        .param(operator.value())
                        .update()
                == 1;
    }

    void replaceCodes(OperatorId operator, List<byte[]> hashes, Instant now) {
        jdbc.sql("delete from operator_recovery_code where operator_id = ?")
                .param(operator.value())
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("insert into operator_recovery_code (operator_id, code_hmac, created_at) values (?, ?, ?)")
                    .params(operator.value(), hash, now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** True for one caller, once. */
    boolean spendCode(OperatorId operator, byte[] hash) {
        return jdbc.sql("delete from operator_recovery_code where operator_id = ? and code_hmac = ?")
                        .params(operator.value(), hash)
                        .update()
                == 1;
    }

    int codesLeft(OperatorId operator) {
        return jdbc.sql("select count(*) from operator_recovery_code where operator_id = ?")
                .param(operator.value())
                .query(Integer.class)
                .single();
    }
}

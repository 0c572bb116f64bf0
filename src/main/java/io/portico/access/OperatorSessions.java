package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.Secret;
import io.portico.kernel.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions of operators. Each sign-in opens a new one; only the hash of its secret is stored. */
@Component
public class OperatorSessions {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration ABSOLUTE = Duration.ofDays(14);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    OperatorSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a session and hands out its secret, this once. */
    public Secret open(OperatorId operator, Device device) {
        Secret secret = Secret.random();
        Instant now = clock.instant();
        var sql = """
                insert into operator_session
                    (id, token_hash, operator_id, created_at, last_used_at, expires_at, address, user_agent)
                values (:id, :hash, :operator, :now, :now, :end, :ip::inet, :agent)""";
        jdbc.sql(sql)
                .param("id", SessionId.next(clock).value())
                .param("hash", secret.hash())
                .param("operator", operator.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", now.plus(ABSOLUTE).atOffset(ZoneOffset.UTC))
                .param("ip", device.ip())
                .param("agent", device.userAgent())
                .update();
        return secret;
    }

    /** The live session that the secret opens; notes its use, at most once a minute. */
    public Optional<OperatorSession> find(Secret secret) {
        return find(secret, clock.instant().minus(TOUCH_EVERY));
    }

    /** As {@link #find}, for what a page asks by itself: nobody is there just because a page is open. */
    public Optional<OperatorSession> findUnnoted(Secret secret) {
        return find(secret, Instant.EPOCH);
    }

    private Optional<OperatorSession> find(Secret secret, Instant touchIfOlder) {
        Instant now = clock.instant();
        var sql = """
                select id, operator_id, last_used_at < :touch as stale from operator_session
                where token_hash = :hash and expires_at > :now and last_used_at > :idle""";
        return jdbc.sql(sql)
                .param("hash", secret.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                .param("touch", touchIfOlder.atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    var id = new SessionId(row.getObject("id", UUID.class));
                    if (row.getBoolean("stale")) {
                        touch(id, now);
                    }
                    return new OperatorSession(id, new OperatorId(row.getObject("operator_id", UUID.class)));
                })
                .optional();
    }

    private void touch(SessionId id, Instant now) {
        jdbc.sql("update operator_session set last_used_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    public void end(SessionId id) {
        jdbc.sql("delete from operator_session where id = ?").param(id.value()).update();
    }

    /** Ends all sessions of an operator, as after a change of password. */
    public void endAll(OperatorId operator) {
        jdbc.sql("delete from operator_session where operator_id = ?")
                .param(operator.value())
                .update();
    }
}

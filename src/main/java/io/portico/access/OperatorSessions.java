package io.portico.access;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.OperatorId;
import io.portico.kernel.Secret;
import io.portico.kernel.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private static final String COLUMNS =
            "id, operator_id, created_at, last_used_at, proven_at, second_step, host(address) as ip, user_agent";

    private final JdbcClient jdbc;
    private final Clock clock;

    OperatorSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A session that goes on under a new id and a new secret, handed out this once. */
    public record Renewed(Secret secret, OperatorSession session) {}

    /** Opens a session of an operator who took one step, and hands out its secret, this once. */
    public Secret open(OperatorId operator, Device device) {
        return open(operator, device, false);
    }

    Secret open(OperatorId operator, Device device, boolean secondStep) {
        Secret secret = Secret.random();
        Instant now = clock.instant();
        var sql = """
                insert into operator_session
                    (id, token_hash, operator_id, created_at, last_used_at, proven_at, second_step, expires_at,
                        address, user_agent)
                values (:id, :hash, :operator, :now, :now, :now, :second, :end, :ip::inet, :agent)""";
        jdbc.sql(sql)
                .param("id", SessionId.next(clock).value())
                .param("hash", secret.hash())
                .param("operator", operator.value())
                .param("now", utc(now))
                .param("end", utc(now.plus(ABSOLUTE)))
                .param("second", secondStep)
                .param("ip", device.ip())
                .param("agent", device.userAgent())
                .update();
        return secret;
    }

    /**
     * Notes that the operator proved anew who they are. The session gets a new id and a new secret, its end stays; the
     * old secret is worthless. Empty when the session ended meanwhile.
     */
    Optional<Renewed> renew(SessionId id, boolean secondStep) {
        Secret secret = Secret.random();
        var sql = """
                update operator_session set id = :new, token_hash = :hash, proven_at = :now, last_used_at = :now,
                    second_step = second_step or :second
                where id = :old returning\s""" + COLUMNS;
        return jdbc.sql(sql)
                .param("new", SessionId.next(clock).value())
                .param("hash", secret.hash())
                .param("now", utc(clock.instant()))
                .param("old", id.value())
                .param("second", secondStep)
                .query(OperatorSessions::session)
                .optional()
                .map(session -> new Renewed(secret, session));
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
        var sql = "select " + COLUMNS + """
                 from operator_session
                where token_hash = :hash and expires_at > :now and last_used_at > :idle""";
        Optional<OperatorSession> found = jdbc.sql(sql)
                .param("hash", secret.hash())
                .param("now", utc(now))
                .param("idle", utc(now.minus(IDLE)))
                .query(OperatorSessions::session)
                .optional();
        found.filter(session -> session.lastUsedAt().isBefore(touchIfOlder))
                .ifPresent(session -> touch(session.id(), now));
        return found;
    }

    /** The live sessions of an operator, last used first. */
    public List<OperatorSession> of(OperatorId operator) {
        Instant now = clock.instant();
        var sql = "select " + COLUMNS + """
                 from operator_session
                where operator_id = :operator and expires_at > :now and last_used_at > :idle
                order by last_used_at desc, id desc""";
        return jdbc.sql(sql)
                .param("operator", operator.value())
                .param("now", utc(now))
                .param("idle", utc(now.minus(IDLE)))
                .query(OperatorSessions::session)
                .list();
    }

    private void touch(SessionId id, Instant now) {
        jdbc.sql("update operator_session set last_used_at = ? where id = ?")
                .params(utc(now), id.value())
                .update();
    }

    /** Notes that its operator has a second step. */
    void strengthen(SessionId id) {
        jdbc.sql("update operator_session set second_step = true where id = ?")
                .param(id.value())
                .update();
    }

    public void end(SessionId id) {
        jdbc.sql("delete from operator_session where id = ?").param(id.value()).update();
    }

    /** False, and nothing ended, when the operator has no such session. */
    boolean end(OperatorId operator, SessionId id) {
        return jdbc.sql("delete from operator_session where operator_id = ? and id = ?")
                        .params(operator.value(), id.value())
                        .update()
                == 1;
    }

    /** Ends all sessions of an operator but one; how many these were. */
    int endOthers(OperatorId operator, SessionId kept) {
        return jdbc.sql("delete from operator_session where operator_id = ? and id <> ?")
                .params(operator.value(), kept.value())
                .update();
    }

    /** Ends all sessions of an operator, as after a change of password. */
    public void endAll(OperatorId operator) {
        jdbc.sql("delete from operator_session where operator_id = ?")
                .param(operator.value())
                .update();
    }

    private static OperatorSession session(ResultSet row, int n) throws SQLException {
        return new OperatorSession(
                new SessionId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                instant(row, "created_at"),
                instant(row, "last_used_at"),
                instant(row, "proven_at"),
                row.getBoolean("second_step"),
                Objects.requireNonNullElse(row.getString("ip"), ""),
                Objects.requireNonNullElse(row.getString("user_agent"), ""));
    }
}

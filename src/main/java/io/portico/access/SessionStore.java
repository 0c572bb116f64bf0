package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import io.portico.kernel.SessionId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SessionStore {
    // A session keeps the end it was opened with, unless the policy of today ends it sooner.
    private static final String LIVE = """
            select s.* from session s
            join contact c on c.workspace_id = s.workspace_id and c.id = s.contact_id
            join workspace w on w.id = s.workspace_id
            left join access_policy p on p.workspace_id = s.workspace_id
            where s.workspace_id = :workspace and s.ended_at is null and s.expires_at > :now
                and s.created_at > :now - coalesce(p.session_absolute, :absolute) * interval '1 second'
                and s.last_used_at > :now - coalesce(p.session_idle, :idle) * interval '1 second'
                and c.disabled_at is null and w.suspended_at is null""";

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ContactSession> live(WorkspaceId workspace, byte[] hash, Instant now) {
        return jdbc.sql(LIVE + " and s.token_hash = :hash")
                .param("workspace", workspace.value())
                .param("hash", hash)
                .params(edges(now))
                .query(SessionStore::session)
                .optional();
    }

    List<ContactSession> of(WorkspaceId workspace, ContactId contact, Instant now) {
        return jdbc.sql(LIVE + " and s.contact_id = :contact order by s.last_used_at desc, s.id limit 100")
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .params(edges(now))
                .query(SessionStore::session)
                .list();
    }

    Optional<ContactSession> get(WorkspaceId workspace, SessionId id, Instant now) {
        return jdbc.sql(LIVE + " and s.id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .params(edges(now))
                .query(SessionStore::session)
                .optional();
    }

    private static Map<String, ?> edges(Instant now) {
        return Map.of(
                "now", now.atOffset(ZoneOffset.UTC),
                "idle", Lifetime.SESSION_IDLE.usual().toSeconds(),
                "absolute", Lifetime.SESSION_ABSOLUTE.usual().toSeconds());
    }

    void touch(WorkspaceId workspace, SessionId id, Instant now) {
        jdbc.sql("update session set last_used_at = ? where workspace_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), workspace.value(), id.value())
                .update();
    }

    int end(WorkspaceId workspace, ContactId contact, SessionId id, Instant now) {
        var sql = """
                update session set ended_at = ?
                where workspace_id = ? and contact_id = ? and id = ? and ended_at is null""";
        return jdbc.sql(sql)
                .params(now.atOffset(ZoneOffset.UTC), workspace.value(), contact.value(), id.value())
                .update();
    }

    boolean has(WorkspaceId workspace, ContactId contact, SessionId id) {
        return jdbc.sql("select 1 from session where workspace_id = ? and contact_id = ? and id = ?")
                .params(workspace.value(), contact.value(), id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    int endOthers(WorkspaceId workspace, ContactId contact, Optional<SessionId> keep, Instant now) {
        var sql = """
                update session set ended_at = :now
                where workspace_id = :workspace and contact_id = :contact and ended_at is null
                    and id is distinct from :keep::uuid""";
        return jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .param("keep", keep.map(SessionId::value).orElse(null))
                .update();
    }

    private static ContactSession session(ResultSet row, int n) throws SQLException {
        return new ContactSession(
                new SessionId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                Optional.ofNullable(row.getObject("magic_link_id", UUID.class)).map(LinkId::new),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNullElse(row.getString("address"), ""),
                Objects.requireNonNullElse(row.getString("user_agent"), ""));
    }
}

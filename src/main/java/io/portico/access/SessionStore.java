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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ContactSession> live(WorkspaceId workspace, byte[] hash, Instant now, Instant idleSince) {
        var sql = """
                select s.* from session s
                join contact c on c.workspace_id = s.workspace_id and c.id = s.contact_id
                where s.workspace_id = ? and s.token_hash = ? and s.ended_at is null and s.expires_at > ?
                    and s.last_used_at > ? and c.disabled_at is null""";
        return jdbc.sql(sql)
                .params(workspace.value(), hash, now.atOffset(ZoneOffset.UTC), idleSince.atOffset(ZoneOffset.UTC))
                .query(SessionStore::session)
                .optional();
    }

    List<ContactSession> of(WorkspaceId workspace, ContactId contact, Instant now, Instant idleSince) {
        var sql = """
                select * from session
                where workspace_id = ? and contact_id = ? and ended_at is null and expires_at > ? and last_used_at > ?
                order by last_used_at desc, id limit 100""";
        return jdbc.sql(sql)
                .params(
                        workspace.value(),
                        contact.value(),
                        now.atOffset(ZoneOffset.UTC),
                        idleSince.atOffset(ZoneOffset.UTC))
                .query(SessionStore::session)
                .list();
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

package io.portico.access;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorId;
import io.portico.kernel.OperatorInvitationId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OperatorInvitationStore {
    private static final String OPEN = """
            select i.id, i.email, i.role, by.name as invited_by, by.email as invited_by_email, i.ordered_at, i.expires_at
            from operator_invitation i join operator by on by.id = i.invited_by
            where i.workspace_id = :workspace and i.accepted_at is null and i.revoked_at is null""";

    private final JdbcClient jdbc;

    OperatorInvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OperatorInvitation> open(WorkspaceId workspace) {
        return jdbc.sql(OPEN + " order by i.ordered_at desc, i.id")
                .param("workspace", workspace.value())
                .query(OperatorInvitationStore::invitation)
                .list();
    }

    Optional<OperatorInvitation> open(WorkspaceId workspace, OperatorInvitationId id) {
        return jdbc.sql(OPEN + " and i.id = :id for update of i")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(OperatorInvitationStore::invitation)
                .optional();
    }

    Optional<OperatorInvitation> open(WorkspaceId workspace, EmailAddress email) {
        return jdbc.sql(OPEN + " and i.email_key = :email for update of i")
                .param("workspace", workspace.value())
                .param("email", email.key())
                .query(OperatorInvitationStore::invitation)
                .optional();
    }

    Optional<String> nameOfColleague(WorkspaceId workspace, EmailAddress email) {
        var sql = """
                select o.name from operator o join workspace_operator m on m.operator_id = o.id
                where m.workspace_id = ? and o.email_key = ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), email.key())
                .query(String.class)
                .optional();
    }

    /** Opens an invitation, or renews the one that is open for this address; its id. */
    OperatorInvitationId upsert(
            WorkspaceId workspace,
            OperatorInvitationId id,
            EmailAddress email,
            Role role,
            OperatorId by,
            Instant now,
            Instant end) {
        var sql = """
                insert into operator_invitation (workspace_id, id, email, email_key, role, invited_by, created_at,
                    ordered_at, expires_at)
                values (:workspace, :id, :email, :key, :role, :by, :now, :now, :end)
                on conflict (workspace_id, email_key) where accepted_at is null and revoked_at is null
                do update set role = excluded.role, invited_by = excluded.invited_by,
                    ordered_at = excluded.ordered_at, expires_at = excluded.expires_at
                returning id""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("email", email.value())
                .param("key", email.key())
                .param("role", role.word())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OperatorInvitationId(row.getObject(1, UUID.class)))
                .single();
    }

    void revoke(WorkspaceId workspace, OperatorInvitationId id, Instant now) {
        jdbc.sql("update operator_invitation set revoked_at = ? where workspace_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), workspace.value(), id.value())
                .update();
    }

    /** Puts the secret of the mail being composed in place of an earlier one; false when it is no longer open. */
    boolean arm(WorkspaceId workspace, OperatorInvitationId id, byte[] hash, Instant end) {
        var sql = """
                update operator_invitation set token_hash = ?, expires_at = ?
                where workspace_id = ? and id = ? and accepted_at is null and revoked_at is null""";
        return jdbc.sql(sql)
                        .params(hash, end.atOffset(ZoneOffset.UTC), workspace.value(), id.value())
                        .update()
                == 1;
    }

    /** What the secret opens, whatever its state; within {@code Tenancy.withSecretHash}. */
    Optional<JoinLink.Row> behind(byte[] hash) {
        var sql = """
                select i.workspace_id, i.id, i.email, i.role, w.name as workspace, by.name as invited_by,
                    i.accepted_at is not null as accepted, i.revoked_at is not null or w.suspended_at is not null as revoked,
                    i.expires_at, own.id as account
                from operator_invitation i
                join workspace w on w.id = i.workspace_id
                join operator by on by.id = i.invited_by
                left join operator own on own.email_key = i.email_key
                where i.token_hash = ?""";
        return jdbc.sql(sql).param(hash).query(OperatorInvitationStore::row).optional();
    }

    /** True for one caller, once. */
    boolean accept(WorkspaceId workspace, OperatorInvitationId id, byte[] hash, Instant now) {
        var sql = """
                update operator_invitation set accepted_at = :now
                where workspace_id = :workspace and id = :id and token_hash = :hash
                    and accepted_at is null and revoked_at is null and expires_at > :now""";
        return jdbc.sql(sql)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    private static OperatorInvitation invitation(ResultSet row, int n) throws SQLException {
        return new OperatorInvitation(
                new OperatorInvitationId(row.getObject("id", UUID.class)),
                EmailAddress.of(row.getString("email")),
                Role.of(row.getString("role")),
                row.getString("invited_by"),
                row.getString("invited_by_email"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static JoinLink.Row row(ResultSet row, int n) throws SQLException {
        return new JoinLink.Row(
                new JoinLink.Open(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new OperatorInvitationId(row.getObject("id", UUID.class)),
                        row.getString("workspace"),
                        EmailAddress.of(row.getString("email")),
                        Role.of(row.getString("role")),
                        row.getString("invited_by"),
                        Optional.ofNullable(row.getObject("account", UUID.class))
                                .map(OperatorId::new)),
                row.getBoolean("accepted"),
                row.getBoolean("revoked"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}

package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import io.portico.kernel.InvitationId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InvitationStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    InvitationStore(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** An invitation whose time is over. */
    record Due(WorkspaceId workspace, ContactId contact) {}

    /** Invites these contacts, or invites them again: one row a contact, whatever its state was. */
    void save(WorkspaceId workspace, List<ContactId> contacts, Actor by, Instant now, Instant expiresAt) {
        var sql = """
                insert into invitation (workspace_id, id, contact_id, invited_by, first_sent_at, last_sent_at,
                    expires_at, state)
                values (?, ?, ?, ?, ?, ?, ?, 'pending')
                on conflict (workspace_id, contact_id) do update set invited_by = excluded.invited_by,
                    last_sent_at = excluded.last_sent_at, expires_at = excluded.expires_at, state = 'pending',
                    times = invitation.times + 1""";
        @Nullable
        UUID operator = by instanceof Actor.Operator it ? it.operator().value() : null;
        batches.batchUpdate(
                sql,
                contacts.stream()
                        .map(contact -> new @Nullable Object[] {
                            workspace.value(),
                            InvitationId.next(clock).value(),
                            contact.value(),
                            operator,
                            utc(now),
                            utc(now),
                            utc(expiresAt)
                        })
                        .toList());
    }

    /** One that is pending still, although the contact has joined by now, is accepted. */
    Optional<Invitation> find(WorkspaceId workspace, ContactId contact) {
        var sql = """
                select i.*, case when i.state = 'pending' and c.joined_at is not null then 'accepted' else i.state end as stands
                from invitation i join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
                where i.workspace_id = ? and i.contact_id = ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), contact.value())
                .query(InvitationStore::invitation)
                .optional();
    }

    /** True when the invitation was pending and now has the state. */
    boolean close(WorkspaceId workspace, ContactId contact, InvitationState state) {
        var sql = """
                update invitation set state = ? where workspace_id = ? and contact_id = ? and state = 'pending'""";
        return jdbc.sql(sql)
                        .params(state.word(), workspace.value(), contact.value())
                        .update()
                == 1;
    }

    List<Due> due(Instant now, int limit) {
        var sql = """
                select workspace_id, contact_id from invitation
                where state = 'pending' and expires_at <= ? order by expires_at limit ?""";
        return jdbc.sql(sql)
                .params(utc(now), limit)
                .query((row, n) -> new Due(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new ContactId(row.getObject("contact_id", UUID.class))))
                .list();
    }

    boolean isDue(WorkspaceId workspace, ContactId contact, Instant now) {
        var sql = """
                select exists (select from invitation
                    where workspace_id = ? and contact_id = ? and state = 'pending' and expires_at <= ?)""";
        return jdbc.sql(sql)
                .params(workspace.value(), contact.value(), utc(now))
                .query(Boolean.class)
                .single();
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        return new Invitation(
                new ContactId(row.getObject("contact_id", UUID.class)),
                Optional.ofNullable(row.getObject("invited_by", UUID.class)).map(OperatorId::new),
                row.getObject("first_sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                InvitationState.of(row.getString("stands")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.portico.outreach;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.activity.Actor;
import io.portico.activity.Maker;
import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InvitationStore {
    private static final UUID FIRST = new UUID(0, 0);

    /** One that is pending still, although the contact has joined by now, is accepted. */
    private static final String KNOWN = """
            select i.*, case when i.state = 'pending' and c.joined_at is not null then 'accepted' else i.state end as stands
            from invitation i join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
            where i.workspace_id = :workspace""";

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invitation whose time is over. */
    record Due(WorkspaceId workspace, ContactId contact) {}

    /** Holds the contacts of a portion of mails until the transaction ends, so that what is decided stays true. */
    void hold(WorkspaceId workspace, Rows mails) {
        var sql = """
                select from contact where workspace_id = :workspace and id in (%s)
                order by id for no key update""".formatted(contacts(mails).sql());
        jdbc.sql(sql).params(mails.params()).query((row, n) -> true).list();
    }

    static Rows contacts(Rows mails) {
        return new Rows("select m.recipient_id from (%s) m".formatted(mails.sql()), mails.params());
    }

    /**
     * Those of the mails whose recipients have joined, been disabled, deleted, suppressed or invited by another run since
     * the run was started, and which.
     */
    static Rows overtaken(Rows mails, Instant now) {
        var sql = """
                select m.mail_id, case when c.id is null then 'gone' when c.disabled_at is not null then 'disabled'
                    when c.joined_at is not null then 'already-joined'
                    when s.email_key is not null then 'suppressed' else 'cooldown' end as reason
                from (%s) m
                left join contact c on c.workspace_id = :workspace and c.id = m.recipient_id
                left join suppression s on s.workspace_id = c.workspace_id and s.email_key = c.email_key
                left join invitation i on i.workspace_id = c.workspace_id and i.contact_id = c.id
                    and i.last_sent_at > :invitedSince
                where c.id is null or c.disabled_at is not null or c.joined_at is not null or s.email_key is not null
                    or i.id is not null""".formatted(mails.sql());
        return new Rows(
                sql, mails.paramsWith(Map.of("invitedSince", utc(now.minus(OutreachPolicy.INVITATION_COOLDOWN)))));
    }

    /** The facts {@link ContactInvited}, as Java would write them; before the contacts' rows are changed. */
    static Rows facts(Rows mails, Optional<RunId> run, Instant now) {
        var sql = """
                select c.id as contact_id, jsonb_build_object('contact', c.id, 'run', nullif(:run, ''),
                    'before', portico_standing(
                        c.invitation, c.invited_at, c.joined_at, c.disabled_at, c.last_seen_on),
                    'after', portico_standing(
                        'pending', coalesce(c.invited_at, :now), c.joined_at, c.disabled_at, c.last_seen_on)) as details
                from (%s) m join contact c on c.workspace_id = :workspace and c.id = m.recipient_id""".formatted(mails.sql());
        return new Rows(
                sql, mails.paramsWith(Map.of("run", run.map(RunId::toString).orElse(""), "now", utc(now))));
    }

    /** Invites the recipients of these mails, or invites them again: one row a contact, whatever its state was. */
    void save(WorkspaceId workspace, Rows mails, Actor by, Instant now, Instant expiresAt) {
        var sql = """
                insert into invitation (workspace_id, id, contact_id, invited_by, invited_by_key, first_sent_at, last_sent_at,
                    expires_at, state)
                select :workspace, portico_uuid7(:millis), m.recipient_id, nullif(:by, '')::uuid,
                    nullif(:key, '')::uuid, :now, :now, :expires,
                    'pending'
                from (%s) m
                on conflict (workspace_id, contact_id) do update set invited_by = excluded.invited_by,
                    invited_by_key = excluded.invited_by_key,
                    last_sent_at = excluded.last_sent_at, expires_at = excluded.expires_at, state = 'pending',
                    times = invitation.times + 1""".formatted(mails.sql());
        Maker maker = Maker.of(by);
        jdbc.sql(sql)
                .params(mails.paramsWith(Map.of(
                        "workspace", workspace.value(),
                        "millis", now.toEpochMilli(),
                        "by", maker.operator().map(Object::toString).orElse(""),
                        "key", maker.key().map(Object::toString).orElse(""),
                        "now", utc(now),
                        "expires", utc(expiresAt))))
                .update();
    }

    Optional<Invitation> find(WorkspaceId workspace, ContactId contact) {
        return jdbc.sql("select * from (%s) as known where contact_id = :contact".formatted(KNOWN))
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .query(InvitationStore::invitation)
                .optional();
    }

    /** In the order of their contacts. */
    List<Invitation> page(
            WorkspaceId workspace, Optional<InvitationState> state, Optional<ContactId> after, int limit) {
        var sql = """
                select * from (%s) as known
                where contact_id > :after and :state in ('', stands) order by contact_id limit :limit""".formatted(KNOWN);
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("after", after.map(ContactId::value).orElse(FIRST))
                .param("state", state.map(InvitationState::word).orElse(""))
                .param("limit", limit)
                .query(InvitationStore::invitation)
                .list();
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
                Maker.in(row, "invited_by"),
                instant(row, "first_sent_at"),
                instant(row, "last_sent_at"),
                row.getInt("times"),
                instant(row, "expires_at"),
                InvitationState.of(row.getString("stands")));
    }
}

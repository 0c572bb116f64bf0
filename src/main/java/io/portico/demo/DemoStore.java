package io.portico.demo;

import static io.portico.tenancy.Timestamps.utcOrNull;

import io.portico.access.AccessPolicy;
import io.portico.access.Lifetime;
import io.portico.access.OperatorInvitations;
import io.portico.contacts.InvitationState;
import io.portico.contacts.Standing;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorId;
import io.portico.kernel.RunId;
import io.portico.kernel.Secret;
import io.portico.kernel.Uuid7;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailState;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import io.portico.mail.SuppressionReason;
import io.portico.workspace.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of a whole history into the tables of the rooms below, which write only what happens now. */
@Component
class DemoStore {
    private static final String AGENT_PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5"
                    + " Mobile/15E148 Safari/604.1";
    private static final String AGENT_DESK =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    DemoStore(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    boolean hasWorkspace(String slug) {
        return jdbc.sql("select exists (select from workspace where slug = ?)")
                .param(slug)
                .query(Boolean.class)
                .single();
    }

    /** The workspace's settings name the owner, by which it is known as the demo later. */
    void open(WorkspaceId id, String slug, String name, ZoneId zone, Instant at, OperatorId owner) {
        var sql = """
                insert into workspace (id, slug, name, language, time_zone, settings, created_at)
                values (:id, :slug, :name, 'en', :zone, jsonb_build_object('demoOwner', :owner::text), :at)""";
        jdbc.sql(sql)
                .param("id", id.value())
                .param("slug", slug)
                .param("name", name)
                .param("zone", zone.getId())
                .param("owner", owner.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nodes hear of sub-domains by the time at which they were taken, so this is never a time of the story. */
    void takeSubDomain(WorkspaceId id, String slug, Instant now) {
        jdbc.sql("insert into sub_domain (slug, workspace_id, changed_at) values (?, ?, ?)")
                .params(slug, id.value(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<WorkspaceId> demo() {
        return jdbc.sql("select id from workspace where settings ->> 'demoOwner' is not null")
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<String> ownerOfDemo() {
        var sql = """
                select o.email from operator o join workspace w on w.settings ->> 'demoOwner' = o.id::text""";
        return jdbc.sql(sql).query(String.class).optional();
    }

    boolean givePassword(String hash) {
        var sql = """
                update operator o set password_hash = ?
                from workspace w where w.settings ->> 'demoOwner' = o.id::text""";
        return jdbc.sql(sql).param(hash).update() == 1;
    }

    void addOperator(WorkspaceId workspace, OperatorId operator, Role role, Instant at) {
        var sql = "insert into workspace_operator (workspace_id, operator_id, role, joined_at) values (?, ?, ?, ?)";
        jdbc.sql(sql)
                .params(workspace.value(), operator.value(), role.word(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void inviteOperator(WorkspaceId workspace, EmailAddress email, Role role, OperatorId by, Instant now) {
        Instant ordered = now.minus(Duration.ofHours(20));
        var sql = """
                insert into operator_invitation (workspace_id, id, email, email_key, role, invited_by, created_at,
                    ordered_at, expires_at)
                values (:workspace, :id, :email, :key, :role, :by, :at, :at, :end)""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", Uuid7.next(Clock.fixed(ordered, ZoneOffset.UTC)))
                .param("email", email.value())
                .param("key", email.key())
                .param("role", role.word())
                .param("by", by.value())
                .param("at", utcOrNull(ordered))
                .param("end", utcOrNull(ordered.plus(OperatorInvitations.LIFETIME)))
                .update();
    }

    void write(WorkspaceId workspace, History history) {
        insert("contact", CONTACT, history.lives, life -> contact(workspace, life));
        signIns(workspace, history.lives);
        insert("invitation", INVITATION, history.invitations, each -> invitation(workspace, each));
        insert("run", RUN, history.runs, run -> run(workspace, run));
        insert(
                "mail_batch",
                BATCH,
                history.runs,
                run -> row(workspace.value(), run.id().value(), "running", utcOrNull(run.at())));
        insert("outbox", MAIL, history.mails, mail -> mail(workspace, mail));
        insert("magic_link", LINK, history.links, link -> link(workspace, link));
        insert("session", SESSION_COLUMNS, history.sessions, session -> session(workspace, session));
        insert("suppression", SUPPRESSION, history.bounces, bounce -> suppression(workspace, bounce));
    }

    private static final String CONTACT = """
            workspace_id, id, first_name, last_name, email, email_key, email_verified, phone, language, time_zone,
            tags, custom::jsonb, source, created_at, updated_at, invitation, invited_at, joined_at, disabled_at,
            last_seen_on""";

    private @Nullable Object[] contact(WorkspaceId workspace, Life life) {
        Person person = life.person;
        Standing standing = life.standing();
        InvitationState invitation = standing.invitation();
        return row(
                workspace.value(),
                life.id.value(),
                person.name().first(),
                person.name().last(),
                person.email().map(EmailAddress::value).orElse(null),
                person.email().map(EmailAddress::key).orElse(null),
                life.isVerified(),
                person.phone().orElse(null),
                person.language().tag(),
                person.zone().getId(),
                person.tags().toArray(String[]::new),
                json.writeValueAsString(person.custom()),
                person.source(),
                utcOrNull(life.createdAt),
                utcOrNull(life.createdAt),
                invitation == null ? null : invitation.word(),
                utcOrNull(standing.invitedAt()),
                utcOrNull(standing.joinedAt()),
                utcOrNull(standing.disabledAt()),
                standing.lastSeenOn());
    }

    private void signIns(WorkspaceId workspace, List<Life> lives) {
        List<@Nullable Object[]> rows = lives.stream()
                .flatMap(life ->
                        life.lastSignInAt().stream().map(at -> row(utcOrNull(at), workspace.value(), life.id.value())))
                .toList();
        batches.batchUpdate("update contact_sign_in set at = ? where workspace_id = ? and contact_id = ?", rows);
    }

    private static final String INVITATION =
            "workspace_id, id, contact_id, invited_by, first_sent_at, last_sent_at, times, expires_at, state";

    private static @Nullable Object[] invitation(WorkspaceId workspace, History.Invitation invitation) {
        Standing standing = invitation.life.standing();
        InvitationState became = standing.invitation();
        boolean open = became == null || became == InvitationState.PENDING;
        return row(
                workspace.value(),
                invitation.id.value(),
                invitation.life.id.value(),
                invitation.by.value(),
                utcOrNull(invitation.firstSentAt),
                utcOrNull(invitation.lastSentAt),
                invitation.times,
                utcOrNull(invitation.expiresAt()),
                became == null || open && standing.hasJoined() ? "accepted" : became.word());
    }

    private static final String RUN = "workspace_id, id, kind, created_by, created_at, note";

    private static @Nullable Object[] run(WorkspaceId workspace, History.Run run) {
        return row(
                workspace.value(),
                run.id().value(),
                run.kind().word(),
                run.by().value(),
                utcOrNull(run.at()),
                run.note().orElse(null));
    }

    private static final String BATCH = "workspace_id, id, state, finished_at";

    private static final String MAIL = """
            workspace_id, id, kind, batch_id, recipient_id, address, order_details::jsonb, priority, state, reason,
            due_at, give_up_at, attempts, message_id, server_reply, delivered_to_mailbox, created_at, settled_at""";

    private @Nullable Object[] mail(WorkspaceId workspace, History.Mail mail) {
        boolean sent = mail.state() == MailState.SENT;
        boolean tried = mail.state() != MailState.SKIPPED;
        Instant ordered = mail.orderedAt();
        return row(
                workspace.value(),
                mail.id().value(),
                mail.template().word(),
                mail.run().map(RunId::value).orElse(null),
                mail.to().value(),
                mail.address().map(EmailAddress::value).orElse(null),
                json.writeValueAsString(
                        mail.run().map(run -> Map.of("run", run.toString())).orElse(Map.of())),
                (mail.run().isPresent() ? Priority.BULK : Priority.PERSONAL).rank(),
                mail.state().word(),
                mail.reason().isEmpty() ? null : mail.reason(),
                utcOrNull(ordered),
                utcOrNull(ordered.plus(Outbox.PATIENCE)),
                tried ? 1 : 0,
                sent ? "<" + mail.id() + "@localhost>" : null,
                mail.reply().isEmpty() ? null : mail.reply(),
                sent,
                utcOrNull(ordered),
                utcOrNull(tried ? ordered.plusSeconds(3) : ordered));
    }

    private static final String LINK = """
            workspace_id, id, contact_id, purpose, token_hash, target, mailed_to, created_by, created_at, expires_at,
            viewed_at, redeemed_at, revoked_at""";

    private static @Nullable Object[] link(WorkspaceId workspace, History.Link link) {
        return row(
                workspace.value(),
                link.id.value(),
                link.contact.value(),
                link.purpose.word(),
                Secret.random().hash(),
                "/",
                link.mailedTo.map(EmailAddress::key).orElse(null),
                link.by.map(OperatorId::value).orElse(null),
                utcOrNull(link.createdAt),
                utcOrNull(link.expiresAt),
                utcOrNull(link.redeemedAt),
                utcOrNull(link.redeemedAt),
                utcOrNull(link.revokedAt));
    }

    private static final String SESSION_COLUMNS = """
            workspace_id, id, token_hash, contact_id, magic_link_id, created_at, last_used_at, expires_at, ended_at,
            address::inet, user_agent""";

    private static @Nullable Object[] session(WorkspaceId workspace, History.Session session) {
        return row(
                workspace.value(),
                session.id.value(),
                Secret.random().hash(),
                session.contact.value(),
                session.link.value(),
                utcOrNull(session.createdAt),
                utcOrNull(session.lastUsedAt),
                utcOrNull(session.createdAt.plus(AccessPolicy.USUAL.of(Lifetime.SESSION_ABSOLUTE))),
                utcOrNull(session.endedAt),
                session.ip,
                session.createdAt.getEpochSecond() % 5 < 3 ? AGENT_PHONE : AGENT_DESK);
    }

    private static final String SUPPRESSION = "workspace_id, email_key, reason, server_reply, created_at";

    private static @Nullable Object[] suppression(WorkspaceId workspace, History.Bounce bounce) {
        return row(
                workspace.value(),
                bounce.address().key(),
                SuppressionReason.BOUNCED.word(),
                bounce.reply(),
                utcOrNull(bounce.at()));
    }

    /** A column may name the type its values are cast to. */
    private <T> void insert(String table, String columns, List<T> things, Function<T, @Nullable Object[]> row) {
        String names = columns.replaceAll("::\\w+", "");
        String values = columns.replaceAll("\\w+(::\\w+)?", "?$1");
        var sql = "insert into %s (%s) values (%s)".formatted(table, names, values);
        batches.batchUpdate(sql, things.stream().map(row).toList());
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}

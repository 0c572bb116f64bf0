package io.portico.access;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.LinkId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MagicLinkStore {
    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final CodeHash codes;
    private final AccessPolicyStore policies;

    MagicLinkStore(JdbcClient jdbc, Contacts contacts, CodeHash codes, AccessPolicyStore policies) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.codes = codes;
        this.policies = policies;
    }

    /** A link as it is stored. */
    record Row(
            LinkId id,
            NewLink wanted,
            byte[] hash,
            Optional<Code> code,
            Instant createdAt,
            Instant expiresAt,
            Actor actor) {}

    /** Holds the contact's row, so that nobody makes, spends or revokes its links until the transaction ends. */
    boolean hold(WorkspaceId workspace, ContactId contact) {
        return contacts.hold(workspace, contact).isPresent();
    }

    void insert(WorkspaceId workspace, Row link) {
        var sql = """
                insert into magic_link (workspace_id, id, contact_id, purpose, token_hash, code_hmac, code_expires_at,
                    target, mailed_to, created_by, created_at, expires_at)
                values (:workspace, :id, :contact, :purpose, :hash, :code, :codeEnd,
                    :target, :mailedTo, :by, :now, :end)""";
        Instant codeEnd = link.createdAt().plus(Code.LIFETIME);
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", link.id().value())
                .param("contact", link.wanted().contact().value())
                .param("purpose", link.wanted().purpose().word())
                .param("hash", link.hash())
                .param(
                        "code",
                        link.code().map(code -> codes.of(link.id(), code)).orElse(null))
                .param("codeEnd", utc(codeEnd.isBefore(link.expiresAt()) ? codeEnd : link.expiresAt()))
                .param("target", link.wanted().target().path())
                .param(
                        "mailedTo",
                        link.wanted().mailedTo().map(EmailAddress::key).orElse(null))
                .param(
                        "by",
                        link.actor() instanceof Actor.Operator by
                                ? by.operator().value()
                                : null)
                .param("now", utc(link.createdAt()))
                .param("end", utc(link.expiresAt()))
                .update();
    }

    /** Nothing is found in a workspace that is suspended. */
    Optional<LinkFound> find(WorkspaceId workspace, byte[] hash, Instant now) {
        var sql = """
                select l.* from magic_link l join workspace w on w.id = l.workspace_id
                where l.workspace_id = ? and l.token_hash = ? and w.suspended_at is null""";
        return jdbc.sql(sql)
                .params(workspace.value(), hash)
                .query((row, n) -> found(workspace, row, now))
                .optional();
    }

    private LinkFound found(WorkspaceId workspace, ResultSet row, Instant now) throws SQLException {
        Contact contact = contacts.get(workspace, new ContactId(row.getObject("contact_id", UUID.class)));
        return new LinkFound(
                new LinkId(row.getObject("id", UUID.class)),
                contact,
                state(row, contact, now),
                new LinkTarget(row.getString("target")));
    }

    private static LinkState state(ResultSet row, Contact contact, Instant now) throws SQLException {
        if (contact.standing().isDisabled()) {
            return LinkState.DISABLED;
        }
        return ListedLinks.state(row, now);
    }

    /** How long the wanted link may live by the workspace's policy. */
    Duration lifetime(WorkspaceId workspace, NewLink wanted) {
        AccessPolicy policy = policies.find(workspace);
        return wanted.lifetime()
                .map(wish -> policy.allowed(wanted.purpose(), wish))
                .orElseGet(() -> policy.of(wanted.purpose()));
    }

    List<ListedLink> live(WorkspaceId workspace, ContactId contact, Instant now) {
        var sql = """
                select * from magic_link
                where workspace_id = ? and contact_id = ? and redeemed_at is null and revoked_at is null
                    and expires_at > ?
                order by created_at desc, id""";
        return jdbc.sql(sql)
                .params(workspace.value(), contact.value(), utc(now))
                .query((row, n) -> ListedLinks.of(row, now))
                .list();
    }

    List<ListedLink> dead(WorkspaceId workspace, ContactId contact, Instant since, Instant now) {
        var sql = """
                select * from magic_link
                cross join lateral (select least(redeemed_at, revoked_at, expires_at) as ended_at) as life
                where workspace_id = ? and contact_id = ? and ended_at <= ? and ended_at > ?
                order by ended_at desc, id limit 10""";
        return jdbc.sql(sql)
                .params(workspace.value(), contact.value(), utc(now), utc(since))
                .query((row, n) -> ListedLinks.of(row, now))
                .list();
    }

    boolean markViewed(WorkspaceId workspace, LinkId id, Device device, Instant now) {
        var sql = """
                update magic_link set viewed_at = ?, viewed_from = ?::inet, viewed_agent = ?
                where workspace_id = ? and id = ? and viewed_at is null""";
        return jdbc.sql(sql)
                        .params(utc(now), device.ip(), device.userAgent(), workspace.value(), id.value())
                        .update()
                == 1;
    }

    int revoke(WorkspaceId workspace, ContactId contact, LinkId id, Instant now) {
        var sql = """
                update magic_link set revoked_at = ?
                where workspace_id = ? and contact_id = ? and id = ? and redeemed_at is null and revoked_at is null
                    and expires_at > ?""";
        return jdbc.sql(sql)
                .params(utc(now), workspace.value(), contact.value(), id.value(), utc(now))
                .update();
    }

    boolean has(WorkspaceId workspace, ContactId contact, LinkId id) {
        return jdbc.sql("select 1 from magic_link where workspace_id = ? and contact_id = ? and id = ?")
                .params(workspace.value(), contact.value(), id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Revokes the contact's live links but for the newest so many of their own asking, and so many of all others. */
    int revokeBeyond(WorkspaceId workspace, ContactId contact, int keepOfSelf, int keep, Instant now) {
        var sql = """
                update magic_link set revoked_at = :now
                where workspace_id = :workspace and id in (
                    select id from (
                        select id, purpose = 'self' as by_self,
                            row_number() over (partition by purpose = 'self' order by created_at desc, id desc) as nth
                        from magic_link
                        where workspace_id = :workspace and contact_id = :contact and redeemed_at is null
                            and revoked_at is null and expires_at > :now) live
                    where nth > case when by_self then :keepOfSelf else :keep end)""";
        return jdbc.sql(sql)
                .param("keepOfSelf", keepOfSelf)
                .param("now", utc(now))
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .param("keep", keep)
                .update();
    }

    /** False when a refusal of the link was noted after the moment given, as when somebody presses on and on. */
    boolean markRefused(WorkspaceId workspace, LinkId id, Instant now, Instant notAfter) {
        var sql = """
                update magic_link set refused_at = ?
                where workspace_id = ? and id = ? and (refused_at is null or refused_at <= ?)""";
        return jdbc.sql(sql)
                        .params(utc(now), workspace.value(), id.value(), utc(notAfter))
                        .update()
                == 1;
    }

    int revokePurpose(WorkspaceId workspace, ContactId contact, LinkPurpose purpose, Instant now) {
        var sql = """
                update magic_link set revoked_at = :now
                where workspace_id = :workspace and contact_id = :contact and purpose = :purpose
                    and redeemed_at is null and revoked_at is null and expires_at > :now""";
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .param("purpose", purpose.word())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

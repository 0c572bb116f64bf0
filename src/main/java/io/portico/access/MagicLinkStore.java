package io.portico.access;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.activity.Actor;
import io.portico.activity.Maker;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.LinkId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
            Actor actor) {
        Instant codeEnd() {
            Instant end = createdAt.plus(Code.LIFETIME);
            return end.isBefore(expiresAt) ? end : expiresAt;
        }

        Maker maker() {
            return Maker.of(actor);
        }
    }

    /** Holds the contact's row, so that nobody makes, spends or revokes its links until the transaction ends. */
    boolean hold(WorkspaceId workspace, ContactId contact) {
        return contacts.hold(workspace, contact).isPresent();
    }

    void insert(WorkspaceId workspace, List<Row> links) {
        var sql = """
                insert into magic_link (workspace_id, id, contact_id, purpose, token_hash, code_hmac, code_expires_at,
                    target, mailed_to, created_by, created_by_key, created_at, expires_at)
                select :workspace, l.id, l.contact_id, l.purpose, decode(l.hash, 'hex'), decode(l.code, 'hex'),
                    l.code_end, l.target, l.mailed_to, l.created_by, l.created_by_key, l.created_at, l.expires_at
                from unnest(:ids::uuid[], :contacts::uuid[], :purposes::text[], :hashes::text[], :codes::text[],
                    :codeEnds::timestamptz[], :targets::text[], :mailedTo::text[], :by::uuid[], :keys::uuid[],
                    :createdAt::timestamptz[], :ends::timestamptz[])
                    as l (id, contact_id, purpose, hash, code, code_end, target, mailed_to, created_by, created_by_key, created_at,
                        expires_at)""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("ids", column(links, link -> link.id().toString()))
                .param("contacts", column(links, link -> link.wanted().contact().toString()))
                .param("purposes", column(links, link -> link.wanted().purpose().word()))
                .param("hashes", column(links, link -> HexFormat.of().formatHex(link.hash())))
                .param("codes", column(links, this::codeHash))
                .param("codeEnds", column(links, link -> link.codeEnd().toString()))
                .param("targets", column(links, link -> link.wanted().target().path()))
                .param(
                        "mailedTo",
                        column(
                                links,
                                link -> link.wanted()
                                        .mailedTo()
                                        .map(EmailAddress::key)
                                        .orElse(null)))
                .param("by", column(links, link -> text(link.maker().operator())))
                .param("keys", column(links, link -> text(link.maker().key())))
                .param("createdAt", column(links, link -> link.createdAt().toString()))
                .param("ends", column(links, link -> link.expiresAt().toString()))
                .update();
    }

    private @Nullable String codeHash(Row link) {
        return link.code()
                .map(code -> HexFormat.of().formatHex(codes.of(link.id(), code)))
                .orElse(null);
    }

    private static @Nullable String text(Optional<?> id) {
        return id.map(Object::toString).orElse(null);
    }

    private static @Nullable String[] column(List<Row> links, Function<Row, @Nullable String> value) {
        return links.stream().map(value).toArray(String[]::new);
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

    AccessPolicy policy(WorkspaceId workspace) {
        return policies.find(workspace);
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

    Optional<ListedLink> listed(WorkspaceId workspace, LinkId id, Instant now) {
        return jdbc.sql("select * from magic_link where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query((row, n) -> ListedLinks.of(row, now))
                .optional();
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

    /**
     * Revokes each contact's live links but for the newest so many of their own asking, and so many of all others; how many
     * it were, of those who had more.
     */
    Map<ContactId, Integer> revokeBeyond(
            WorkspaceId workspace, List<ContactId> contacts, int keepOfSelf, int keep, Instant now) {
        var sql = """
                with revoked as (
                    update magic_link set revoked_at = :now
                    where workspace_id = :workspace and id in (
                        select id from (
                            select id, purpose = 'self' as by_self,
                                row_number() over (partition by contact_id, purpose = 'self'
                                    order by created_at desc, id desc) as nth
                            from magic_link
                            where workspace_id = :workspace and contact_id = any (:contacts::uuid[])
                                and redeemed_at is null and revoked_at is null and expires_at > :now) live
                        where nth > case when by_self then :keepOfSelf else :keep end)
                    returning contact_id)
                select contact_id, count(*) as revoked from revoked group by contact_id""";
        Map<ContactId, Integer> revoked = new HashMap<>();
        jdbc.sql(sql)
                .param("keepOfSelf", keepOfSelf)
                .param("now", utc(now))
                .param("workspace", workspace.value())
                .param("contacts", contacts.stream().map(ContactId::toString).toArray(String[]::new))
                .param("keep", keep)
                .query(row -> {
                    revoked.put(new ContactId(row.getObject("contact_id", UUID.class)), row.getInt("revoked"));
                });
        return revoked;
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
}

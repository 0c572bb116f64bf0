package io.portico.access;

import io.portico.contacts.ContactRow;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.LinkId;
import io.portico.kernel.SessionId;
import io.portico.kernel.WorkspaceId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RedemptionStore {
    // The contact's row is locked before the link's, as everywhere: see Membership. It is written only when the contact
    // stands otherwise than before, which on most days is once.
    private static final String SPEND = """
            with before as (
                select c.*, l.id as link_id, l.target, l.mailed_to from magic_link l
                join contact c on c.workspace_id = l.workspace_id and c.id = l.contact_id
                join workspace w on w.id = l.workspace_id
                where l.workspace_id = :workspace and l.%s and c.disabled_at is null and w.suspended_at is null
                for update of c
            ), spent as (
                update magic_link l set redeemed_at = :now, redeemed_from = :ip::inet, redeemed_agent = :agent
                from before
                where l.workspace_id = :workspace and l.id = before.link_id and l.redeemed_at is null
                    and l.revoked_at is null and l.expires_at > :now
                returning l.id
            ), stands as (
                update contact c set joined_at = coalesce(c.joined_at, :now),
                    last_seen_on = greatest(c.last_seen_on, :today),
                    email_verified = c.email_verified or coalesce(before.mailed_to = c.email_key, false)
                from before, spent
                where c.workspace_id = :workspace and c.id = before.id and (c.joined_at is null
                    or c.last_seen_on is null or c.last_seen_on < :today
                    or (before.mailed_to = c.email_key and not c.email_verified))
            ), signed_in as (
                update contact_sign_in s set at = greatest(s.at, :now)
                from before, spent
                where s.workspace_id = :workspace and s.contact_id = before.id
            ), opened as (
                insert into session (workspace_id, id, token_hash, contact_id, magic_link_id, created_at,
                    last_used_at, expires_at, address, user_agent)
                select :workspace, :session, :sessionHash, before.id, spent.id, :now, :now,
                    :now + coalesce(p.session_absolute, :usual) * interval '1 second', :ip::inet, :agent
                from before cross join spent left join access_policy p on p.workspace_id = :workspace
                returning id
            )
            select before.* from before, opened""";

    private final JdbcClient jdbc;
    private final CodeHash codes;
    private final CodeTries tries;

    RedemptionStore(JdbcClient jdbc, CodeHash codes, CodeTries tries) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.tries = tries;
    }

    /** The session to open. */
    record Opening(byte[] hash, Instant now, Device device, SessionId session) {}

    /** A link that was spent, and how its contact stood before and stands now. */
    record Spent(
            LinkId link, ContactId contact, LinkTarget target, SessionId session, Standing before, Standing after) {}

    /** A code that can still be typed. */
    record LiveCode(LinkId link, ContactId contact, byte[] hmac) {}

    Optional<Spent> spend(WorkspaceId workspace, byte[] linkHash, Opening opening) {
        return spend(workspace, "token_hash = :link", linkHash, opening);
    }

    Optional<Spent> spend(WorkspaceId workspace, LinkId link, Opening opening) {
        return spend(workspace, "id = :link", link.value(), opening);
    }

    private Optional<Spent> spend(WorkspaceId workspace, String which, Object link, Opening opening) {
        LocalDate today = LocalDate.ofInstant(opening.now(), ZoneOffset.UTC);
        return jdbc.sql(SPEND.formatted(which))
                .param("workspace", workspace.value())
                .param("link", link)
                .param("now", opening.now().atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("usual", Lifetime.SESSION_ABSOLUTE.usual().toSeconds())
                .param("ip", opening.device().ip())
                .param("agent", opening.device().userAgent())
                .param("session", opening.session().value())
                .param("sessionHash", opening.hash())
                .query((row, n) -> spent(row, opening, today))
                .optional();
    }

    private static Spent spent(ResultSet row, Opening opening, LocalDate today) throws SQLException {
        Standing before = ContactRow.standing(row);
        return new Spent(
                new LinkId(row.getObject("link_id", UUID.class)),
                new ContactId(row.getObject("id", UUID.class)),
                new LinkTarget(row.getString("target")),
                opening.session(),
                before,
                before.signedIn(opening.now(), today));
    }

    /**
     * The codes that were mailed to this address and can still be typed, this try counted against each; nobody else's
     * try counts until the transaction ends.
     */
    List<LiveCode> lockLiveCodes(WorkspaceId workspace, EmailAddress address, Instant now) {
        tries.count(workspace, address);
        var sql = """
                select l.id, l.contact_id, l.code_hmac from magic_link l
                join contact c on c.workspace_id = l.workspace_id and c.id = l.contact_id
                join workspace w on w.id = l.workspace_id and w.suspended_at is null
                where l.workspace_id = ? and c.email_key = ? and l.mailed_to = c.email_key
                    and l.redeemed_at is null and l.revoked_at is null and l.code_hmac is not null
                    and l.code_expires_at > ? and ? >= (
                        select count(*) from code_try t, unnest(t.tries) each
                        where t.workspace_id = l.workspace_id and each >= l.created_at
                            and t.address_hash = sha256(convert_to(c.email_key, 'UTF8')))
                order by l.id""";
        return jdbc.sql(sql)
                .params(workspace.value(), address.key(), now.atOffset(ZoneOffset.UTC), Code.TRIES)
                .query((row, n) -> new LiveCode(
                        new LinkId(row.getObject("id", UUID.class)),
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getBytes("code_hmac")))
                .list();
    }

    /** Compares with every live code in constant time. */
    Optional<LinkId> matching(List<LiveCode> live, Code code) {
        return live.stream()
                .filter(each -> MessageDigest.isEqual(each.hmac(), codes.of(each.link(), code)))
                .map(LiveCode::link)
                .findFirst();
    }

    /** Records a try that matched none of the live codes, if there were any. */
    void refuse(WorkspaceId workspace, List<LiveCode> live, Device device) {
        tries.refuse(workspace, live.stream().map(LiveCode::contact).findFirst(), live.size(), device);
    }

    void forgiveTry(WorkspaceId workspace, EmailAddress address) {
        tries.forgive(workspace, address);
    }
}

package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An address has few mails, so its time is asked of those found by key: as a condition it lets the planner, whose figures are
 * from before the run, take the index by time and read a whole day's.
 */
@Component
class AccessMailStore {
    private final JdbcClient jdbc;

    AccessMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param but a mail that is left out */
    AccessMailHistory history(WorkspaceId workspace, EmailAddress address, Optional<MailId> but, Instant since) {
        var sql = """
                select max(written_at) filter (where written_at > :since) as last,
                    count(*) filter (where written_at > :since) as in_a_day
                from access_mail
                where workspace_id = :workspace and email_key = :address and mail_id is distinct from :but""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("address", address.key())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("but", but.map(MailId::value).orElse(null), Types.OTHER)
                .query((row, n) -> history(row))
                .single();
    }

    /** Of each address that got any, by its key, these very mails left out. */
    Map<String, AccessMailHistory> histories(
            WorkspaceId workspace, List<AccessMailAllowance.Taking> mails, Instant since) {
        var sql = """
                select email_key, max(written_at) filter (where written_at > :since) as last,
                    count(*) filter (where written_at > :since) as in_a_day
                from access_mail
                where workspace_id = :workspace and email_key = any (:addresses) and mail_id <> all (:mails::uuid[])
                group by email_key""";
        Map<String, AccessMailHistory> histories = new HashMap<>();
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("addresses", addresses(mails))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("mails", ids(mails))
                .query(row -> {
                    histories.put(row.getString("email_key"), history(row));
                });
        return histories;
    }

    /** Mails that nobody asked for on the sign-in page. */
    void note(WorkspaceId workspace, List<AccessMailAllowance.Taking> mails, Instant now) {
        var sql = """
                insert into access_mail (workspace_id, email_key, mail_id, by_request, written_at)
                select :workspace, address, mail, false, :now
                from unnest(:addresses::text[], :mails::uuid[]) as taken (address, mail)
                on conflict (workspace_id, email_key, mail_id) do update set written_at = excluded.written_at""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("addresses", addresses(mails))
                .param("mails", ids(mails))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] addresses(List<AccessMailAllowance.Taking> mails) {
        return mails.stream().map(taking -> taking.address().key()).toArray(String[]::new);
    }

    private static String[] ids(List<AccessMailAllowance.Taking> mails) {
        return mails.stream().map(taking -> taking.mail().toString()).toArray(String[]::new);
    }

    private static AccessMailHistory history(ResultSet row) throws SQLException {
        return new AccessMailHistory(
                Optional.ofNullable(row.getObject("last", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getInt("in_a_day"));
    }

    /** How many the address got because somebody asked for them, but for this mail. */
    int requested(WorkspaceId workspace, EmailAddress address, MailId but, Instant since) {
        var sql = """
                select count(*) filter (where written_at > ?) from access_mail
                where workspace_id = ? and email_key = ? and by_request and mail_id <> ?""";
        return jdbc.sql(sql)
                .params(since.atOffset(ZoneOffset.UTC), workspace.value(), address.key(), but.value())
                .query(Integer.class)
                .single();
    }

    void note(WorkspaceId workspace, EmailAddress address, MailId mail, boolean byRequest, Instant now) {
        var sql = """
                insert into access_mail (workspace_id, email_key, mail_id, by_request, written_at)
                values (?, ?, ?, ?, ?)
                on conflict (workspace_id, email_key, mail_id) do update set written_at = excluded.written_at""";
        jdbc.sql(sql)
                .params(workspace.value(), address.key(), mail.value(), byRequest, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** At most so many of those that no longer count. */
    void forget(WorkspaceId workspace, Instant since, int most) {
        var sql = """
                delete from access_mail where ctid = any (array(
                    select ctid from access_mail where workspace_id = ? and written_at <= ?
                    order by written_at limit ? for update skip locked))""";
        jdbc.sql(sql)
                .params(workspace.value(), since.atOffset(ZoneOffset.UTC), most)
                .update();
    }
}

package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReturnStore {
    private final JdbcClient jdbc;

    ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose mail it is. Probes the outbox's key once for each workspace, so only for ids that proved to be ours. */
    Optional<WorkspaceId> workspaceOf(MailId mail) {
        var sql = """
                select w.id from workspace w
                cross join lateral (select from outbox o where o.workspace_id = w.id and o.id = ? limit 1) found""";
        return jdbc.sql(sql)
                .param(mail.value())
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Where a mail went that has left. */
    record Gone(EmailAddress address, MailTemplate template, Optional<UUID> recipient) {}

    /** Empty when the mail never left for an address, or lies in the built-in mailbox. */
    Optional<Gone> find(WorkspaceId workspace, MailId mail) {
        var sql = """
                select address, kind, recipient_id from outbox
                where workspace_id = ? and id = ? and attempts > 0 and not delivered_to_mailbox and address is not null""";
        return jdbc.sql(sql)
                .params(workspace.value(), mail.value())
                .query((row, n) -> gone(row))
                .optional()
                .flatMap(found -> found);
    }

    private static Optional<Gone> gone(ResultSet row) throws SQLException {
        MailTemplate template = MailTemplate.of(row.getString("kind"));
        Optional<UUID> recipient = Optional.ofNullable(row.getObject("recipient_id", UUID.class));
        return EmailAddress.parse(row.getString("address")).map(address -> new Gone(address, template, recipient));
    }

    /** False when the same was noted already: providers repeat themselves. */
    boolean insert(WorkspaceId workspace, MailId mail, ReturnKind kind, String said, Instant now) {
        var sql = """
                insert into mail_return (workspace_id, mail_id, batch_id, kind, said, received_at)
                select workspace_id, id, batch_id, ?, ?, ? from outbox where workspace_id = ? and id = ?
                on conflict do nothing""";
        return jdbc.sql(sql)
                        .params(kind.word(), said, now.atOffset(ZoneOffset.UTC), workspace.value(), mail.value())
                        .update()
                == 1;
    }
}

package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailboxStore {
    private final JdbcClient jdbc;

    MailboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MailboxEntry> latest(WorkspaceId workspace, int limit, Optional<MailId> before) {
        var older = """
                and (received_at, id) < (
                    select received_at, id from mailbox_mail where workspace_id = :workspace and id = :before)""";
        var sql = """
                select id, recipient, subject, received_at from mailbox_mail
                where workspace_id = :workspace %s
                order by received_at desc, id desc limit :limit""".formatted(before.isPresent() ? older : "");
        var query = jdbc.sql(sql).param("workspace", workspace.value()).param("limit", limit);
        before.ifPresent(mail -> query.param("before", mail.value()));
        return query.query(MailboxStore::entry).list();
    }

    long size(WorkspaceId workspace) {
        return jdbc.sql("select count(*) from mailbox_mail where workspace_id = ?")
                .param(workspace.value())
                .query(Long.class)
                .single();
    }

    Optional<MailboxMail> find(WorkspaceId workspace, MailId mail) {
        return jdbc.sql("select * from mailbox_mail where workspace_id = ? and id = ?")
                .params(workspace.value(), mail.value())
                .query((row, n) -> new MailSource(row.getString("source")).mail(entry(row, n)))
                .optional();
    }

    int deleteAll(WorkspaceId workspace) {
        return jdbc.sql("delete from mailbox_mail where workspace_id = ?")
                .param(workspace.value())
                .update();
    }

    private static MailboxEntry entry(ResultSet row, int n) throws SQLException {
        return new MailboxEntry(
                new MailId(row.getObject("id", UUID.class)),
                row.getString("recipient"),
                row.getString("subject"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}

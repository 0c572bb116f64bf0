package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks mails up: every order ever placed, and what became of it. Newest first. */
@Component
public class MailLog {
    private static final MailLogRow ROW = new MailLogRow();

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    MailLog(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    public Optional<MailLogEntry> find(WorkspaceId workspace, MailId mail) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select * from outbox where workspace_id = ? and id = ?")
                        .params(workspace.value(), mail.value())
                        .query(ROW)
                        .optional());
    }

    /** The newest mails to one recipient. */
    public List<MailLogEntry> of(WorkspaceId workspace, UUID recipient, int limit) {
        var sql = "select * from outbox where workspace_id = ? and recipient_id = ? order by id desc limit ?";
        return tenancy.in(
                workspace,
                () -> jdbc.sql(sql)
                        .params(workspace.value(), recipient, limit)
                        .query(ROW)
                        .list());
    }

    /** The newest mails of the workspace; with {@code before}, those older than that one. */
    public List<MailLogEntry> latest(WorkspaceId workspace, int limit, Optional<MailId> before) {
        var sql = """
                select * from outbox where workspace_id = :workspace %s
                order by id desc limit :limit""".formatted(before.isPresent() ? "and id < :before" : "");
        return tenancy.in(workspace, () -> {
            var query = jdbc.sql(sql).param("workspace", workspace.value()).param("limit", limit);
            before.ifPresent(mail -> query.param("before", mail.value()));
            return query.query(ROW).list();
        });
    }
}

package io.portico.mail;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.sql.Types;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The newest mails that the filter lets through; with {@code before}, those older than that one. */
    public List<MailLogEntry> search(WorkspaceId workspace, MailLogFilter filter, Optional<MailId> before, int limit) {
        var sql = """
                select * from outbox where workspace_id = :workspace%s
                order by id desc limit :limit""".formatted(conditions(filter, before));
        return tenancy.in(
                workspace,
                () -> jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("address", filter.address().map(MailLog::anywhere).orElse(""))
                        .param("kind", filter.template().map(MailTemplate::word).orElse(""))
                        .param("state", filter.state().map(MailState::word).orElse(""))
                        .param("since", utc(filter.since().orElse(Instant.EPOCH)))
                        .param("until", utc(filter.until().orElse(Instant.EPOCH)))
                        .param("before", before.map(MailId::value).orElse(null), Types.OTHER)
                        .param("limit", limit)
                        .query(ROW)
                        .list());
    }

    /** Only what is asked for, so that the planner sees which index serves it. */
    private static String conditions(MailLogFilter filter, Optional<MailId> before) {
        return Stream.of(
                        filter.address().map(part -> " and address ilike :address"),
                        filter.template().map(kind -> " and kind = :kind"),
                        filter.state().map(state -> " and state = :state"),
                        filter.since().map(from -> " and created_at >= :since"),
                        filter.until().map(to -> " and created_at < :until"),
                        before.map(mail -> " and id < :before"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private static String anywhere(String part) {
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
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

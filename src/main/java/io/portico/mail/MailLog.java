package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.Uuid7;
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
    /** How many mails a search looks through. */
    public static final int REACH = 50_000;

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
                () -> jdbc.sql(newest("select * from outbox where workspace_id = ? and id = ?"))
                        .params(workspace.value(), mail.value())
                        .query(ROW)
                        .optional());
    }

    /** The newest mails to one recipient. */
    public List<MailLogEntry> of(WorkspaceId workspace, UUID recipient, int limit) {
        var sql = """
                select * from (
                    select * from outbox
                    where workspace_id = :workspace and recipient_id = :recipient
                        and state in ('queued', 'deferred', 'claimed')
                    union all (
                        select * from outbox
                        where workspace_id = :workspace and recipient_id = :recipient
                            and state in ('sent', 'failed', 'skipped', 'cancelled')
                        order by id desc limit :limit)
                    ) both_indexes order by id desc limit :limit""";
        return tenancy.in(
                workspace,
                () -> jdbc.sql(newest(sql))
                        .param("workspace", workspace.value())
                        .param("recipient", recipient)
                        .param("limit", limit)
                        .query(ROW)
                        .list());
    }

    /**
     * The newest mails that the filter lets through; with {@code before}, those older than that one. It looks through the
     * newest {@link #REACH} of the days asked for, as no index knows parts of addresses.
     */
    public List<MailLogEntry> search(WorkspaceId workspace, MailLogFilter filter, Optional<MailId> before, int limit) {
        var sql = """
                select * from (select * from outbox where workspace_id = :workspace%s order by id desc limit :reach) reached
                where true%s order by id desc limit :limit""".formatted(reach(filter, before), conditions(filter));
        return tenancy.in(workspace, () -> {
            var query = jdbc.sql(newest(sql))
                    .param("workspace", workspace.value())
                    .param("reach", REACH)
                    .param("limit", limit);
            filter.since().ifPresent(from -> query.param("since", Uuid7.first(from)));
            filter.until().ifPresent(to -> query.param("until", Uuid7.first(to)));
            before.ifPresent(mail -> query.param("before", mail.value()));
            filter.address().ifPresent(part -> query.param("address", anywhere(part)));
            filter.template().ifPresent(kind -> query.param("kind", kind.word()));
            filter.outcome().ifPresent(outcome -> query.param("outcome", outcome.word()));
            return query.query(ROW).list();
        });
    }

    private static String newest(String outbox) {
        return MailLogRow.withReturns(outbox, "o.id desc");
    }

    /** What the primary key serves: ids sort by the time of the order. */
    private static String reach(MailLogFilter filter, Optional<MailId> before) {
        return (filter.since().isPresent() ? " and id >= :since" : "")
                + (filter.until().isPresent() ? " and id < :until" : "")
                + (before.isPresent() ? " and id < :before" : "");
    }

    private static String conditions(MailLogFilter filter) {
        return (filter.address().isPresent() ? " and address ilike :address" : "")
                + (filter.template().isPresent() ? " and kind = :kind" : "")
                + filter.outcome()
                        .map(outcome -> " and " + MailOutcome.condition(outcome, "reached"))
                        .orElse("");
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
            var query =
                    jdbc.sql(newest(sql)).param("workspace", workspace.value()).param("limit", limit);
            before.ifPresent(mail -> query.param("before", mail.value()));
            return query.query(ROW).list();
        });
    }
}

package io.portico.mail;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UnpreparedMailStore {
    private static final String UNPREPARED = "held_by & %d <> 0 and state = 'queued'".formatted(Hold.UNPREPARED.bit());

    private final JdbcClient jdbc;

    UnpreparedMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The batch's row is held, so that the run is neither stopped meanwhile nor prepared by somebody else. */
    boolean isRunning(WorkspaceId workspace, RunId run) {
        return jdbc.sql("select state from mail_batch where workspace_id = ? and id = ? for update")
                .params(workspace.value(), run.value())
                .query((row, n) -> BatchState.of(row.getString("state")) == BatchState.RUNNING)
                .optional()
                .orElse(false);
    }

    /** Whether so many places before the next that is unprepared one still waits: mails leave about in their order. */
    boolean isAhead(WorkspaceId workspace, RunId run, int places) {
        var sql = """
                select coalesce((
                    select state in ('queued', 'deferred') from outbox
                    where workspace_id = :workspace and batch_id = :run and n < (
                        select n from outbox where workspace_id = :workspace and batch_id = :run and %s order by n limit 1)
                    order by n desc offset :places limit 1), false)""".formatted(UNPREPARED);
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("run", run.value())
                .param("places", places - 1)
                .query(Boolean.class)
                .single();
    }

    Optional<Instant> nextDue(WorkspaceId workspace, RunId run) {
        var sql = "select due_at from outbox where workspace_id = ? and batch_id = ? and %s order by n limit 1"
                .formatted(UNPREPARED);
        return jdbc.sql(sql)
                .params(workspace.value(), run.value())
                .query((row, n) -> instant(row, "due_at"))
                .optional();
    }

    List<MailId> portion(WorkspaceId workspace, RunId run, Instant dueBefore, int most) {
        var sql = """
                select id from outbox where workspace_id = ? and batch_id = ? and %s and due_at <= ?
                order by n limit ?""".formatted(UNPREPARED);
        return jdbc.sql(sql)
                .params(workspace.value(), run.value(), utc(dueBefore), most)
                .query((row, n) -> new MailId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * By the ids and not by their place in the run: however many mails that has, the database knows that these are few,
     * and reads no more than them and their contacts.
     */
    static Rows in(WorkspaceId workspace, List<MailId> portion) {
        var sql = """
                select o.id as mail_id, o.recipient_id from unnest(:mails::uuid[]) as p (id)
                join outbox o on o.workspace_id = :workspace and o.id = p.id and %s""".formatted(UNPREPARED);
        return new Rows(sql, Map.of("workspace", workspace.value(), "mails", ids(portion)));
    }

    void skip(WorkspaceId workspace, Rows mails, Instant now) {
        var sql = """
                update outbox o set state = 'skipped', reason = m.reason, held_by = 0, settled_at = :skippedAt
                from (%s) m where o.workspace_id = :workspace and o.id = m.mail_id""".formatted(mails.sql());
        jdbc.sql(sql)
                .params(mails.paramsWith(Map.of("workspace", workspace.value(), "skippedAt", utc(now))))
                .update();
    }

    void letGo(WorkspaceId workspace, List<MailId> portion) {
        var sql = "update outbox set held_by = held_by & ~%d where workspace_id = ? and id = any (?) and %s"
                .formatted(Hold.UNPREPARED.bit(), UNPREPARED);
        jdbc.sql(sql).params(workspace.value(), ids(portion)).update();
    }

    private static UUID[] ids(List<MailId> mails) {
        return mails.stream().map(MailId::value).toArray(UUID[]::new);
    }
}

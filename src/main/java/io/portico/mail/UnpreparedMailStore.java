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

    /** Whether of so many that were prepared last more than half still wait: a few may wait for reasons of their own. */
    boolean isAhead(WorkspaceId workspace, RunId run, int places) {
        var sql = """
                select count(*) filter (where state in ('queued', 'deferred')) > :places / 2 from (
                    select state from outbox
                    where workspace_id = :workspace and batch_id = :run and n < (
                        select n from outbox where workspace_id = :workspace and batch_id = :run and %s order by n limit 1)
                    order by n desc limit :places) prepared""".formatted(UNPREPARED);
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("run", run.value())
                .param("places", places)
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

    /** The day in which a mail is tried begins now, or when the mail is due. */
    void letGo(WorkspaceId workspace, List<MailId> portion, Instant now) {
        var sql = """
                update outbox set held_by = held_by & ~%d,
                    give_up_at = greatest(give_up_at, greatest(due_at, :now) + make_interval(secs => :patienceSeconds))
                where workspace_id = :workspace and id = any (:mails) and %s""".formatted(Hold.UNPREPARED.bit(), UNPREPARED);
        jdbc.sql(sql)
                .param("now", utc(now))
                .param("patienceSeconds", Outbox.PATIENCE.toSeconds())
                .param("workspace", workspace.value())
                .param("mails", ids(portion))
                .update();
    }

    private static UUID[] ids(List<MailId> mails) {
        return mails.stream().map(MailId::value).toArray(UUID[]::new);
    }
}

package io.portico.mail;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Timestamps;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs' mails as a whole: their beginning, their brake and their end. */
@Component
class MailBatchStore {
    private static final String[] FINAL = Arrays.stream(MailFault.values())
            .filter(fault -> !fault.mayBeTriedAgain())
            .map(MailFault::word)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    MailBatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(WorkspaceId workspace, RunId run, Optional<Instant> startsAt) {
        var sql = """
                insert into mail_batch (workspace_id, id, state, starts_at) values (?, ?, 'running', ?)
                on conflict do nothing""";
        jdbc.sql(sql)
                .param(workspace.value())
                .param(run.value())
                .param(3, startsAt.map(Timestamps::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** False when it has begun, or will not. What is spread stays spread, from now on. */
    boolean startNow(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                with batch as (
                    select starts_at from mail_batch
                    where workspace_id = :workspace and id = :run and starts_at > :now and state <> 'cancelled'
                    for update)
                update outbox o set due_at = due_at - (b.starts_at - :now), give_up_at = give_up_at - (b.starts_at - :now)
                from batch b where o.workspace_id = :workspace and o.batch_id = :run and o.state = 'queued'""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("run", run.value())
                .param("now", utc(now))
                .update();
        return jdbc.sql("""
                update mail_batch set starts_at = ?
                where workspace_id = ? and id = ? and starts_at > ? and state <> 'cancelled'""")
                        .params(utc(now), workspace.value(), run.value(), utc(now))
                        .update()
                == 1;
    }

    boolean pause(WorkspaceId workspace, RunId run) {
        boolean paused = move(workspace, run, BatchState.RUNNING, BatchState.PAUSED);
        if (paused) {
            hold(workspace, run);
        }
        return paused;
    }

    /**
     * Finds the rows by where they lie, and by nothing else: right after a large run has begun the planner knows nothing
     * of its mails, takes them for one, and compares each with each.
     *
     * <p>What somebody is just claiming or settling is in flight, and passed over; comes it back, {@link #sweep} holds it.
     */
    private void hold(WorkspaceId workspace, RunId run) {
        var sql = """
                update outbox set held_by = held_by | :paused
                where ctid = any(array(
                    select ctid from outbox
                    where workspace_id = :workspace and batch_id = :run and state in ('queued', 'deferred', 'claimed')
                        and held_by & :paused = 0
                    for update skip locked))""";
        jdbc.sql(sql)
                .param("paused", Hold.PAUSED.bit())
                .param("workspace", workspace.value())
                .param("run", run.value())
                .update();
    }

    boolean resume(WorkspaceId workspace, RunId run, Instant now) {
        boolean resumed = move(workspace, run, BatchState.PAUSED, BatchState.RUNNING);
        if (resumed) {
            letGo(workspace, run, now);
        }
        return resumed;
    }

    /** The day in which a mail is tried begins now, or when the mail is due. */
    private void letGo(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update outbox set held_by = held_by & ~:paused,
                    give_up_at = greatest(due_at, :now) + make_interval(secs => :patienceSeconds)
                where workspace_id = :workspace and batch_id = :run and held_by & :paused <> 0""";
        jdbc.sql(sql)
                .param("paused", Hold.PAUSED.bit())
                .param("now", utc(now))
                .param("patienceSeconds", Outbox.PATIENCE.toSeconds())
                .param("workspace", workspace.value())
                .param("run", run.value())
                .update();
    }

    boolean cancel(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update mail_batch set state = 'cancelled'
                where workspace_id = ? and id = ? and state <> 'cancelled' and finished_at is null""";
        boolean cancelled = jdbc.sql(sql).params(workspace.value(), run.value()).update() == 1;
        if (cancelled) {
            drop(workspace, run, now);
        }
        return cancelled;
    }

    /** What a worker has in hand it may not send any more; {@link #sweep} drops it when it comes back. */
    private void drop(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update outbox set state = case when state = 'claimed' then 'claimed' else 'cancelled' end,
                    held_by = case when state = 'claimed' then held_by | :cancelled else 0 end,
                    settled_at = case when state = 'claimed' then null else :now end
                where ctid = any(array(
                    select ctid from outbox
                    where workspace_id = :workspace and batch_id = :run and state in ('queued', 'deferred', 'claimed')
                        and held_by & :cancelled = 0
                    for update skip locked))""";
        jdbc.sql(sql)
                .param("cancelled", Hold.CANCELLED.bit())
                .param("now", utc(now))
                .param("workspace", workspace.value())
                .param("run", run.value())
                .update();
    }

    /** Holds or drops what came back from a worker's hands since the run was paused or cancelled. */
    void sweep(WorkspaceId workspace, RunId run, BatchState state, Instant now) {
        switch (state) {
            case RUNNING -> {}
            case PAUSED -> hold(workspace, run);
            case CANCELLED -> {
                drop(workspace, run, now);
                dropReturned(workspace, run, now);
            }
        }
    }

    private void dropReturned(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update outbox set state = 'cancelled', held_by = 0, settled_at = ?
                where workspace_id = ? and batch_id = ? and state in ('queued', 'deferred') and held_by & ? <> 0""";
        jdbc.sql(sql)
                .params(utc(now), workspace.value(), run.value(), Hold.CANCELLED.bit())
                .update();
    }

    /** A run of which something waits still, or of which nobody has noted yet that nothing does. */
    record Open(WorkspaceId workspace, RunId run) {}

    List<Open> open() {
        return jdbc.sql("select workspace_id, id from mail_batch where finished_at is null")
                .query((row, n) -> new Open(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new RunId(row.getObject("id", UUID.class))))
                .list();
    }

    /** The run's state, held until the transaction ends; empty when it is finished or another node is at it. */
    Optional<BatchState> hold(Open open) {
        var sql = """
                select state from mail_batch where workspace_id = ? and id = ? and finished_at is null
                for update skip locked""";
        return jdbc.sql(sql)
                .params(open.workspace().value(), open.run().value())
                .query((row, n) -> BatchState.of(row.getString("state")))
                .optional();
    }

    /** Remembers how fast mails leave: the latest look counts for a third. */
    void noteRate(WorkspaceId workspace, RunId run, long gone, Instant now) {
        var sql = """
                update mail_batch set looked_at = :now, gone_then = :gone,
                    per_minute = case when looked_at is null or looked_at >= :now then per_minute
                        else per_minute * 0.67 + 0.33 * 60 * greatest(0, :gone - gone_then)
                            / extract(epoch from :now - looked_at)::double precision end
                where workspace_id = :workspace and id = :run""";
        jdbc.sql(sql)
                .param("now", utc(now))
                .param("gone", gone)
                .param("workspace", workspace.value())
                .param("run", run.value())
                .update();
    }

    void finish(WorkspaceId workspace, RunId run, Instant now) {
        jdbc.sql("update mail_batch set finished_at = ?, per_minute = 0 where workspace_id = ? and id = ?")
                .params(utc(now), workspace.value(), run.value())
                .update();
    }

    private boolean move(WorkspaceId workspace, RunId run, BatchState from, BatchState to) {
        return jdbc.sql("""
                update mail_batch set state = ?
                where workspace_id = ? and id = ? and state = ? and finished_at is null""")
                        .params(to.word(), workspace.value(), run.value(), from.word())
                        .update()
                == 1;
    }

    /** @param paced whether the workspace has a limit, so that mails of large runs take turns */
    int retryFailed(WorkspaceId workspace, RunId run, boolean paced, Instant now) {
        jdbc.sql("select from mail_batch where workspace_id = ? and id = ? for update")
                .params(workspace.value(), run.value())
                .query((row, n) -> true)
                .list();
        var sql = """
                update outbox o set state = 'queued', reason = null, server_reply = null, settled_at = null,
                    due_at = :now, give_up_at = :end,
                    held_by = case when b.state = 'paused' then :paused else 0 end
                        | case when :paced and o.priority >= :bulk then :turn else 0 end
                from mail_batch b
                where o.workspace_id = :workspace and o.batch_id = :run and o.state = 'failed'
                    and o.reason <> all (:final)
                    and b.workspace_id = o.workspace_id and b.id = o.batch_id and b.state <> 'cancelled'""";
        int retried = jdbc.sql(sql)
                .param("now", utc(now))
                .param("end", utc(now.plus(Outbox.PATIENCE)))
                .param("final", FINAL)
                .param("paused", Hold.PAUSED.bit())
                .param("paced", paced)
                .param("bulk", Priority.BULK.rank())
                .param("turn", Hold.PACED.bit())
                .param("workspace", workspace.value())
                .param("run", run.value())
                .update();
        if (retried > 0) {
            jdbc.sql("update mail_batch set finished_at = null, looked_at = null where workspace_id = ? and id = ?")
                    .params(workspace.value(), run.value())
                    .update();
        }
        return retried;
    }
}

package io.portico.mail;

import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Timestamps;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailBatchStore {
    private static final MailLogRow ROW = new MailLogRow();

    private static final String BEHIND =
            "and n > (select n from outbox where workspace_id = :workspace and id = :after)";

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

    BatchProgress progress(WorkspaceId workspace, RunId run) {
        return progress(workspace, List.of(run)).getOrDefault(run, BatchProgress.NOTHING);
    }

    Map<RunId, BatchProgress> progress(WorkspaceId workspace, Collection<RunId> runs) {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        Map<RunId, Map<MailState, Long>> counts = counts(workspace, ids);
        Map<RunId, Map<ReturnKind, Long>> returns = returns(workspace, ids);
        Map<RunId, BatchProgress> progress = new HashMap<>();
        jdbc.sql("select * from mail_batch where workspace_id = ? and id = any (?)")
                .params(workspace.value(), ids)
                .query(row -> {
                    var run = new RunId(row.getObject("id", UUID.class));
                    var state = BatchState.of(row.getString("state"));
                    progress.put(
                            run,
                            new BatchProgress(
                                    state,
                                    counts.getOrDefault(run, Map.of()),
                                    returns.getOrDefault(run, Map.of()),
                                    Optional.ofNullable(instantOrNull(row, "finished_at")),
                                    Optional.ofNullable(instantOrNull(row, "starts_at")),
                                    row.getDouble("per_minute")));
                });
        return progress;
    }

    private Map<RunId, Map<MailState, Long>> counts(WorkspaceId workspace, UUID... runs) {
        var sql = """
                select batch_id, state, sum(mails) as mails from mail_batch_tally
                where workspace_id = ? and batch_id = any (?) group by batch_id, state having sum(mails) <> 0""";
        Map<RunId, Map<MailState, Long>> counts = new HashMap<>();
        jdbc.sql(sql).params(workspace.value(), runs).query(row -> {
            counts.computeIfAbsent(
                            new RunId(row.getObject("batch_id", UUID.class)), run -> new EnumMap<>(MailState.class))
                    .put(MailState.of(row.getString("state")), row.getLong("mails"));
        });
        return counts;
    }

    /** What came back about mails that had left, each mail by the gravest of it. */
    private Map<RunId, Map<ReturnKind, Long>> returns(WorkspaceId workspace, UUID... runs) {
        var sql = """
                select batch_id, kind, count(*) as mails from (
                    select distinct on (mail_id) batch_id, kind from mail_return
                    where workspace_id = ? and batch_id = any (?)
                    order by mail_id, array_position(array[%s], kind)) gravest
                group by batch_id, kind""".formatted(MailLogRow.GRAVEST_FIRST);
        Map<RunId, Map<ReturnKind, Long>> returns = new HashMap<>();
        jdbc.sql(sql).params(workspace.value(), runs).query(row -> {
            returns.computeIfAbsent(
                            new RunId(row.getObject("batch_id", UUID.class)), run -> new EnumMap<>(ReturnKind.class))
                    .put(ReturnKind.of(row.getString("kind")), row.getLong("mails"));
        });
        return returns;
    }

    Map<SkipReason, Long> skipped(WorkspaceId workspace, RunId run) {
        return byReason(workspace, run, MailState.SKIPPED, SkipReason.class, SkipReason::of);
    }

    Map<MailFault, Long> failures(WorkspaceId workspace, RunId run) {
        return byReason(workspace, run, MailState.FAILED, MailFault.class, MailFault::of);
    }

    private <R extends Enum<R>> Map<R, Long> byReason(
            WorkspaceId workspace, RunId run, MailState state, Class<R> kind, Function<String, R> reason) {
        var sql = """
                select reason, sum(mails) as mails from mail_batch_tally
                where workspace_id = ? and batch_id = ? and state = ? group by reason having sum(mails) <> 0""";
        Map<R, Long> counts = new EnumMap<>(kind);
        jdbc.sql(sql).params(workspace.value(), run.value(), state.word()).query(row -> {
            counts.put(reason.apply(row.getString("reason")), row.getLong("mails"));
        });
        return counts;
    }

    List<MailLogEntry> recipients(
            WorkspaceId workspace, RunId run, Optional<MailOutcome> only, Optional<MailId> after, int limit) {
        var sql = """
                select * from outbox ledger
                where workspace_id = :workspace and batch_id = :run %s %s
                order by n limit :limit""".formatted(
                        only.map(outcome -> "and " + MailOutcome.condition(outcome, "ledger"))
                                .orElse(""),
                        after.isPresent() ? BEHIND : "");
        var query = jdbc.sql(MailLogRow.withReturns(sql, "o.n"))
                .param("workspace", workspace.value())
                .param("run", run.value())
                .param("limit", limit);
        only.ifPresent(outcome -> query.param("outcome", outcome.word()));
        after.ifPresent(last -> query.param("after", last.value()));
        return query.query(ROW).list();
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
                update outbox set held_by = held_by | 1
                where ctid = any(array(
                    select ctid from outbox
                    where workspace_id = :workspace and batch_id = :run and state in ('queued', 'deferred', 'claimed')
                        and held_by & 1 = 0
                    for update skip locked))""";
        jdbc.sql(sql)
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

    private void letGo(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update outbox set held_by = held_by & ~1, give_up_at = ?
                where workspace_id = ? and batch_id = ? and held_by & 1 <> 0""";
        jdbc.sql(sql)
                .params(utc(now.plus(Outbox.PATIENCE)), workspace.value(), run.value())
                .update();
    }

    boolean cancel(WorkspaceId workspace, RunId run, Instant now) {
        var sql =
                "update mail_batch set state = 'cancelled' where workspace_id = ? and id = ? and state <> 'cancelled'";
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
                    held_by = case when state = 'claimed' then held_by | 8 else 0 end,
                    settled_at = case when state = 'claimed' then null else :now end
                where ctid = any(array(
                    select ctid from outbox
                    where workspace_id = :workspace and batch_id = :run and state in ('queued', 'deferred', 'claimed')
                        and held_by & 8 = 0
                    for update skip locked))""";
        jdbc.sql(sql)
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
                where workspace_id = ? and batch_id = ? and state in ('queued', 'deferred') and held_by & 8 <> 0""";
        jdbc.sql(sql).params(utc(now), workspace.value(), run.value()).update();
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

    /** Sums the differences up. Whoever counts meanwhile sees them either as they were or summed up. */
    void sumUp(WorkspaceId workspace, RunId run) {
        var sql = """
                with gone as (
                    delete from mail_batch_tally where workspace_id = ? and batch_id = ? returning *)
                insert into mail_batch_tally (workspace_id, batch_id, state, reason, mails)
                select workspace_id, batch_id, state, reason, sum(mails) from gone
                group by 1, 2, 3, 4 having sum(mails) <> 0""";
        jdbc.sql(sql).params(workspace.value(), run.value()).update();
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
        return jdbc.sql("update mail_batch set state = ? where workspace_id = ? and id = ? and state = ?")
                        .params(to.word(), workspace.value(), run.value(), from.word())
                        .update()
                == 1;
    }

    int retryFailed(WorkspaceId workspace, RunId run, Instant now) {
        jdbc.sql("select from mail_batch where workspace_id = ? and id = ? for update")
                .params(workspace.value(), run.value())
                .query((row, n) -> true)
                .list();
        var sql = """
                update outbox o set state = 'queued', reason = null, server_reply = null, settled_at = null,
                    due_at = :now, give_up_at = :end,
                    held_by = case when b.state = 'paused' then 1 else 0 end
                        | case when exists (select from mail_pace p where p.workspace_id = b.workspace_id) then 2 else 0 end
                from mail_batch b
                where o.workspace_id = :workspace and o.batch_id = :run and o.state = 'failed'
                    and o.reason <> 'no-such-mailbox'
                    and b.workspace_id = o.workspace_id and b.id = o.batch_id and b.state <> 'cancelled'""";
        int retried = jdbc.sql(sql)
                .param("now", utc(now))
                .param("end", utc(now.plus(Outbox.PATIENCE)))
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

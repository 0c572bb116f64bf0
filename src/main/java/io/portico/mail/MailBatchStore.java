package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    void open(WorkspaceId workspace, RunId run) {
        jdbc.sql("insert into mail_batch (workspace_id, id, state) values (?, ?, 'running') on conflict do nothing")
                .params(workspace.value(), run.value())
                .update();
    }

    Map<RunId, BatchProgress> progress(WorkspaceId workspace, Collection<RunId> runs) {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        Map<RunId, Map<MailState, Long>> counts = counts(workspace, ids);
        Map<RunId, BatchProgress> progress = new HashMap<>();
        jdbc.sql("select id, state from mail_batch where workspace_id = ? and id = any (?)")
                .params(workspace.value(), ids)
                .query(row -> {
                    var run = new RunId(row.getObject("id", UUID.class));
                    var state = BatchState.of(row.getString("state"));
                    progress.put(run, new BatchProgress(state, counts.getOrDefault(run, Map.of())));
                });
        return progress;
    }

    private Map<RunId, Map<MailState, Long>> counts(WorkspaceId workspace, UUID... runs) {
        var sql = """
                select batch_id, state, count(*) as mails from outbox
                where workspace_id = ? and batch_id = any (?) group by batch_id, state""";
        Map<RunId, Map<MailState, Long>> counts = new HashMap<>();
        jdbc.sql(sql).params(workspace.value(), runs).query(row -> {
            counts.computeIfAbsent(
                            new RunId(row.getObject("batch_id", UUID.class)), run -> new EnumMap<>(MailState.class))
                    .put(MailState.of(row.getString("state")), row.getLong("mails"));
        });
        return counts;
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
                select reason, count(*) as mails from outbox
                where workspace_id = ? and batch_id = ? and state = ? group by reason""";
        Map<R, Long> counts = new EnumMap<>(kind);
        jdbc.sql(sql).params(workspace.value(), run.value(), state.word()).query(row -> {
            counts.put(reason.apply(row.getString("reason")), row.getLong("mails"));
        });
        return counts;
    }

    List<MailLogEntry> recipients(
            WorkspaceId workspace, RunId run, Optional<MailState> state, Optional<MailId> after, int limit) {
        var sql = """
                select * from outbox
                where workspace_id = :workspace and batch_id = :run %s %s
                order by n limit :limit""".formatted(state.isPresent() ? "and state = :state" : "", after.isPresent() ? BEHIND : "");
        var query = jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("run", run.value())
                .param("limit", limit);
        state.ifPresent(only -> query.param("state", only.word()));
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

    private void hold(WorkspaceId workspace, RunId run) {
        var sql = """
                update outbox set held_by = held_by | 1
                where workspace_id = ? and batch_id = ? and state in ('queued', 'deferred', 'claimed')""";
        jdbc.sql(sql).params(workspace.value(), run.value()).update();
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

    /** Also what a worker has in hand: it looks before each mail, and a mail already handed over is noted as sent. */
    private void drop(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update outbox set state = 'cancelled', lease_until = null, settled_at = ?
                where workspace_id = ? and batch_id = ? and state in ('queued', 'deferred', 'claimed')""";
        jdbc.sql(sql).params(utc(now), workspace.value(), run.value()).update();
    }

    private boolean move(WorkspaceId workspace, RunId run, BatchState from, BatchState to) {
        return jdbc.sql("update mail_batch set state = ? where workspace_id = ? and id = ? and state = ?")
                        .params(to.word(), workspace.value(), run.value(), from.word())
                        .update()
                == 1;
    }

    int retryFailed(WorkspaceId workspace, RunId run, Instant now) {
        var sql = """
                update outbox o set state = 'queued', reason = null, server_reply = null, settled_at = null,
                    due_at = :now, give_up_at = :end,
                    held_by = case when b.state = 'paused' then 1 else 0 end
                from mail_batch b
                where o.workspace_id = :workspace and o.batch_id = :run and o.state = 'failed'
                    and o.reason <> 'no-such-mailbox'
                    and b.workspace_id = o.workspace_id and b.id = o.batch_id and b.state <> 'cancelled'""";
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("end", utc(now.plus(Outbox.PATIENCE)))
                .param("workspace", workspace.value())
                .param("run", run.value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

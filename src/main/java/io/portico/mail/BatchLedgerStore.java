package io.portico.mail;

import static io.portico.tenancy.Timestamps.instantOrNull;

import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
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

/** What became of the mails of runs: counted, and one by one. */
@Component
class BatchLedgerStore {
    private static final MailLogRow ROW = new MailLogRow();

    private static final String BEHIND =
            "and n > (select n from outbox where workspace_id = :workspace and id = :after)";

    private final JdbcClient jdbc;

    BatchLedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                                    new BatchCounts(counts.getOrDefault(run, Map.of())),
                                    returns.getOrDefault(run, Map.of()),
                                    Optional.ofNullable(instantOrNull(row, "finished_at")),
                                    Optional.ofNullable(instantOrNull(row, "starts_at")),
                                    row.getDouble("per_minute")));
                });
        return progress;
    }

    BatchCounts counts(WorkspaceId workspace, RunId run) {
        return new BatchCounts(counts(workspace, run.value()).getOrDefault(run, Map.of()));
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

    /** What came back about mails that had left, each mail by the gravest of it. For those who look: nothing else needs it. */
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
}

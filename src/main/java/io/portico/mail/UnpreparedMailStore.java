package io.portico.mail;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UnpreparedMailStore {
    /** As the partial index {@code outbox_unprepared} has it. */
    private static final String UNPREPARED = "held_by & 4 <> 0 and state = 'queued'";

    private final JdbcClient jdbc;

    UnpreparedMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The batch's row is held, so that the run is neither cancelled meanwhile nor prepared by somebody else. */
    Optional<Long> portion(WorkspaceId workspace, RunId run, int most) {
        jdbc.sql("select from mail_batch where workspace_id = ? and id = ? for update")
                .params(workspace.value(), run.value())
                .query((row, n) -> true)
                .list();
        var sql = """
                select max(n) from (select n from outbox
                    where workspace_id = ? and batch_id = ? and %s order by n limit ?) as next""".formatted(UNPREPARED);
        return jdbc.sql(sql)
                .params(workspace.value(), run.value(), most)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    static Rows in(WorkspaceId workspace, RunId run, long portion) {
        var sql = """
                select id as mail_id, recipient_id from outbox
                where workspace_id = :workspace and batch_id = :batch and n <= :portion and %s""".formatted(UNPREPARED);
        return new Rows(sql, Map.of("workspace", workspace.value(), "batch", run.value(), "portion", portion));
    }

    void skip(WorkspaceId workspace, Rows mails, Instant now) {
        var sql = """
                update outbox o set state = 'skipped', reason = m.reason, held_by = 0, settled_at = :skippedAt
                from (%s) m where o.workspace_id = :workspace and o.id = m.mail_id""".formatted(mails.sql());
        jdbc.sql(sql)
                .params(mails.paramsWith(Map.of("workspace", workspace.value(), "skippedAt", utc(now))))
                .update();
    }

    void letGo(WorkspaceId workspace, RunId run, long portion) {
        var sql = """
                update outbox set held_by = held_by & ~4
                where workspace_id = ? and batch_id = ? and n <= ? and %s""".formatted(UNPREPARED);
        jdbc.sql(sql).params(workspace.value(), run.value(), portion).update();
    }
}

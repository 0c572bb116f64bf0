package io.portico.outreach;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.activity.Maker;
import io.portico.kernel.Language;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RunStore {
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other run of the workspace is just being started, here or on another node. */
    void takeTurn(WorkspaceId workspace) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('start of a run in ' || ?, 0))")
                .param(workspace.toString())
                .query((row, n) -> true)
                .list();
    }

    void insert(WorkspaceId workspace, Run run) {
        var sql = """
                insert into run (workspace_id, id, kind, created_by, created_by_key, created_at, note, language)
                values (:workspace, :id, :kind, :by, :key, :now, :note, :language)""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", run.id().value())
                .param("kind", run.kind().word())
                .param("by", run.by().operatorOrNull(), Types.OTHER)
                .param("key", run.by().keyOrNull(), Types.OTHER)
                .param("now", utc(run.createdAt()))
                .param("note", run.note().orElse(null))
                .param("language", run.language().map(Language::tag).orElse(null))
                .update();
    }

    Optional<Run> find(WorkspaceId workspace, RunId id) {
        return jdbc.sql("select * from run where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(RunStore::run)
                .optional();
    }

    /** Ids sort by the time of the start. */
    List<Run> page(WorkspaceId workspace, Optional<RunId> before, int limit) {
        return jdbc.sql("select * from run where workspace_id = ? and id < ? order by id desc limit ?")
                .params(workspace.value(), before.map(RunId::value).orElse(LAST), limit)
                .query(RunStore::run)
                .list();
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                RunKind.of(row.getString("kind")),
                Maker.in(row, "created_by"),
                instant(row, "created_at"),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getString("language")).map(Language::of));
    }
}

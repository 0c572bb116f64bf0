package io.portico.contacts.imports;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;

import io.portico.contacts.csv.ColumnTarget;
import io.portico.contacts.csv.CsvDelimiter;
import io.portico.contacts.csv.CsvDialect;
import io.portico.contacts.csv.CsvEncoding;
import io.portico.kernel.ImportId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ImportStore {
    private static final TypeReference<List<ImportFault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<ImportProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A draft whose file is not looked at yet. */
    void insert(WorkspaceId workspace, ImportId id, String fileName, OperatorId by, Instant now) {
        var sql = """
                insert into contact_import (workspace_id, id, file_name, bytes, encoding, delimiter, has_header, state,
                    rows_total, rows_broken, rows_unreadable, first_faults, created_by, created_at)
                values (?, ?, ?, 0, 'utf-8', 'comma', true, 'draft', 0, 0, 0, '[]', ?, ?)""";
        jdbc.sql(sql)
                .params(workspace.value(), id.value(), fileName, by.value(), utc(now))
                .update();
    }

    void setBytes(WorkspaceId workspace, ImportId id, long bytes) {
        jdbc.sql("update contact_import set bytes = ? where workspace_id = ? and id = ?")
                .params(bytes, workspace.value(), id.value())
                .update();
    }

    void describe(WorkspaceId workspace, ImportId id, CsvDialect dialect, ImportCheck check) {
        var sql = """
                update contact_import set encoding = :encoding, delimiter = :delimiter, has_header = :header,
                    rows_total = :rows, rows_broken = :broken, rows_unreadable = :unreadable,
                    first_faults = :faults::jsonb
                where workspace_id = :workspace and id = :id and state = 'draft'""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("encoding", dialect.encoding().word())
                .param("delimiter", dialect.delimiter().word())
                .param("header", dialect.header())
                .param("rows", check.rows())
                .param("broken", check.broken())
                .param("unreadable", check.unreadable())
                .param("faults", json.writeValueAsString(check.firstFaults()))
                .update();
    }

    /** False when it is no draft any more. */
    boolean start(WorkspaceId workspace, ImportId id, List<ColumnTarget> targets, List<String> tags) {
        var sql = """
                update contact_import set state = 'running', targets = ?, tags = ?
                where workspace_id = ? and id = ? and state = 'draft'""";
        String[] words = targets.stream().map(ColumnTarget::word).toArray(String[]::new);
        return jdbc.sql(sql)
                        .params(words, tags.toArray(String[]::new), workspace.value(), id.value())
                        .update()
                == 1;
    }

    /** Takes the next rows in hand and holds the import; false when it is not running, or not at this row any more. */
    boolean advance(WorkspaceId workspace, ImportId id, int from, int rows) {
        var sql = """
                update contact_import set rows_done = rows_done + ?
                where workspace_id = ? and id = ? and state = 'running' and rows_done = ?""";
        return jdbc.sql(sql).params(rows, workspace.value(), id.value(), from).update() == 1;
    }

    /** False when it is not running any more. */
    boolean end(WorkspaceId workspace, ImportId id, ImportState state, Instant now) {
        var sql = """
                update contact_import set state = ?, finished_at = ?
                where workspace_id = ? and id = ? and state = 'running'""";
        return jdbc.sql(sql)
                        .params(state.word(), utc(now), workspace.value(), id.value())
                        .update()
                == 1;
    }

    void deleteDraft(WorkspaceId workspace, ImportId id) {
        jdbc.sql("delete from contact_import where workspace_id = ? and id = ? and state = 'draft'")
                .params(workspace.value(), id.value())
                .update();
    }

    /** Of every workspace; answers how many. */
    int deleteOld(Instant draftsBefore, Instant endedBefore) {
        var sql = """
                delete from contact_import
                where (state = 'draft' and created_at < ?) or finished_at < ?""";
        return jdbc.sql(sql).params(utc(draftsBefore), utc(endedBefore)).update();
    }

    Optional<CsvImport> find(WorkspaceId workspace, ImportId id) {
        return jdbc.sql("select * from contact_import where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(this::read)
                .optional();
    }

    List<CsvImport> latest(WorkspaceId workspace, int limit) {
        var sql = """
                select * from contact_import where workspace_id = ? and state <> 'draft'
                order by created_at desc limit ?""";
        return jdbc.sql(sql).params(workspace.value(), limit).query(this::read).list();
    }

    ImportTally tally(WorkspaceId workspace, ImportId id) {
        Map<ImportVerdict, Long> counts = new EnumMap<>(ImportVerdict.class);
        var sql = """
                select verdict, count(*) as rows from contact_import_row
                where workspace_id = ? and import_id = ? group by verdict""";
        jdbc.sql(sql).params(workspace.value(), id.value()).query(row -> {
            counts.put(ImportVerdict.of(row.getString("verdict")), row.getLong("rows"));
        });
        return new ImportTally(counts);
    }

    List<ImportRowVerdict> verdicts(WorkspaceId workspace, ImportId id, int after, int limit) {
        var sql = """
                select * from contact_import_row
                where workspace_id = ? and import_id = ? and n > ? order by n limit ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), id.value(), after, limit)
                .query(this::verdict)
                .list();
    }

    List<ImportRowVerdict> invalid(WorkspaceId workspace, ImportId id, int limit) {
        var sql = """
                select * from contact_import_row
                where workspace_id = ? and import_id = ? and verdict = 'invalid' order by n limit ?""";
        return jdbc.sql(sql)
                .params(workspace.value(), id.value(), limit)
                .query(this::verdict)
                .list();
    }

    private ImportRowVerdict verdict(ResultSet row, int i) throws SQLException {
        return new ImportRowVerdict(
                row.getInt("n"),
                ImportVerdict.of(row.getString("verdict")),
                json.readValue(row.getString("problems"), PROBLEMS),
                Optional.ofNullable(row.getString("email")).orElse(""));
    }

    private CsvImport read(ResultSet row, int i) throws SQLException {
        return new CsvImport(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getLong("bytes"),
                new CsvDialect(
                        CsvEncoding.parse(row.getString("encoding")).orElseThrow(),
                        CsvDelimiter.parse(row.getString("delimiter")).orElseThrow(),
                        row.getBoolean("has_header")),
                targets(row),
                List.of((String[]) row.getArray("tags").getArray()),
                ImportState.of(row.getString("state")),
                new ImportCheck(
                        row.getInt("rows_total"),
                        row.getInt("rows_broken"),
                        row.getInt("rows_unreadable"),
                        json.readValue(row.getString("first_faults"), FAULTS)),
                row.getInt("rows_done"),
                new OperatorId(row.getObject("created_by", UUID.class)),
                instant(row, "created_at"),
                Optional.ofNullable(instantOrNull(row, "finished_at")));
    }

    private static List<ColumnTarget> targets(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("targets").getArray())
                .map(word -> ColumnTarget.parse(word).orElseThrow())
                .toList();
    }
}

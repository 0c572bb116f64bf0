package io.portico.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.portico.PorticoTest;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Every table that belongs to workspaces shows its rows to the workspace they are of, and to nobody else. The superuser
 * puts a row into each, whatever it may be worth, then becomes the application's role and looks.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RowLevelSecurityTests extends PorticoTest {
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID NEIGHBOURS = UUID.randomUUID();

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private JdbcClient application;

    private Connection connection;
    private JdbcClient superuser;

    @BeforeAll
    void beginAsSuperuser() throws SQLException, IOException {
        String password = Files.readString(installation.data().resolve("postgres.password"))
                .strip();
        connection = DriverManager.getConnection(pool.getJdbcUrl(), "postgres", password);
        superuser = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        connection.setAutoCommit(false);
        superuser.sql("set local session_replication_role = replica").update();
    }

    @AfterAll
    void undoEverything() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void bindsTheRoleOfTheApplication() {
        var role = application
                .sql("select rolsuper, rolbypassrls from pg_roles where rolname = current_user")
                .query()
                .singleRow();

        assertThat(role).isEqualTo(Map.of("rolsuper", false, "rolbypassrls", false));
    }

    @Test
    void knowsTheTables() {
        assertThat(tables()).hasSizeGreaterThan(15).contains("contact", "activity", "outbox", "workspace_operator");
    }

    @Test
    void opensTheseTablesAloneToWorkersThatServeAllWorkspaces() {
        var sql = "select tablename from pg_policies where qual like '%portico_everywhere%' order by 1";

        assertThat(superuser.sql(sql).query(String.class).list())
                .containsExactly(
                        "activity",
                        "api_answer",
                        "automation",
                        "automation_call",
                        "automation_entry",
                        "automation_step",
                        "automation_trace",
                        "automation_version",
                        "contact_import",
                        "invitation",
                        "mail_batch",
                        "mail_batch_tally",
                        "mail_lane",
                        "mail_pace",
                        "outbox",
                        "portal_host",
                        "sending_domain",
                        "sub_domain",
                        "tally",
                        "tally_zone",
                        "webhook",
                        "webhook_delivery",
                        "webhook_event",
                        "webhook_try");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isForcedAndHasAPolicy(String table) {
        var sql = """
                select c.relrowsecurity and c.relforcerowsecurity
                    and exists (select from pg_policy p where p.polrelid = c.oid)
                from pg_class c where c.oid = ?::regclass""";

        assertThat(superuser.sql(sql).param(table).query(Boolean.class).single())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsRowsToTheirOwnWorkspaceAlone(String table) throws SQLException {
        var before = connection.setSavepoint();
        try {
            fill(table);
            superuser.sql("set local role " + pool.getUsername()).update();

            assertThat(rowsOf(table, "")).as("unbound").isZero();
            assertThat(rowsOf(table, NEIGHBOURS.toString()))
                    .as("bound to a neighbour")
                    .isZero();
            assertThat(rowsOf(table, OURS.toString())).as("bound to its own").isOne();
        } finally {
            connection.rollback(before);
        }
    }

    Stream<String> tables() {
        var sql = """
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
                order by 1""";
        return superuser.sql(sql).query(String.class).list().stream();
    }

    private long rowsOf(String table, String workspace) {
        superuser
                .sql("select set_config('portico.workspace_id', ?, true)")
                .param(workspace)
                .query(String.class)
                .single();
        return superuser.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** One row of the workspace, with something of its type in every column that must have it. */
    private void fill(String table) {
        List<Map<String, Object>> needed =
                superuser.sql("""
                select c.column_name as name, c.udt_name as type, coalesce((
                    select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''::text')
                    from pg_constraint k
                    where k.contype = 'c' and k.conrelid = c.table_name::regclass
                        and k.conkey = array[c.ordinal_position::int2]), 'x') as word
                from information_schema.columns c
                where c.table_schema = 'public' and c.table_name = ? and c.is_nullable = 'NO'
                    and c.column_default is null and c.is_generated = 'NEVER' and c.is_identity = 'NO'""").param(table).query().listOfRows();
        String names = String.join(
                ", ",
                needed.stream().map(column -> column.get("name").toString()).toList());
        String values = String.join(
                ", ", needed.stream().map(RowLevelSecurityTests::something).toList());
        superuser
                .sql("insert into %s (%s) values (%s)".formatted(table, names, values))
                .update();
    }

    private static String something(Map<String, Object> column) {
        if (column.get("name").equals("workspace_id")) {
            return "'" + OURS + "'";
        }
        String type = column.get("type").toString();
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text" -> "'" + column.get("word") + "'";
            case "bytea" -> "'\\x00'";
            case "timestamptz", "timestamp", "date" -> "now()";
            case "bool" -> "true";
            case "jsonb" -> "'{}'";
            // A quarter of an hour in seconds: within the bounds of every column that has some.
            case "int2", "int4", "int8", "numeric", "float8" -> "900";
            case "inet" -> "'203.0.113.7'";
            case "xid8" -> "'0'";
            default -> type.startsWith("_") ? "'{}'" : "null";
        };
    }
}

package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {
    static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        data = DataFolder.hold(folder);
        database = startedAgain();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        data.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void isDurable(String setting) {
        assertThat(text("show " + setting)).isEqualTo("on");
    }

    @Test
    void listensOnLoopbackOnlyAndTrustsNobody() {
        assertThat(text("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(asSuperuser("select setting from pg_settings where name = 'unix_socket_directories'"))
                .isEmpty();
        assertThat(asSuperuser("select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect(EmbeddedDatabase.SUPERUSER, "guess"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void givesTheApplicationARoleThatRowLevelSecurityBinds() {
        String role = """
                select concat_ws(' ', rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb)
                from pg_roles where rolname = current_user
                """;
        assertThat(text(role)).isEqualTo("portico f f f f");
        assertThat(text("select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo("portico");
    }

    @Test
    void keepsTrigramsUsableBeneathRowLevelSecurity() {
        assertThat(text("select bool_and(proleakproof) from pg_proc where proname in ('textlike', 'texticlike')"))
                .isEqualTo("t");
    }

    @Test
    void knowsUnicodeInItsOrderAndInTrigrams() {
        jdbc(database.address()).sql("create extension if not exists pg_trgm").update();

        assertThat(text("show server_encoding")).isEqualTo("UTF8");
        assertThat(text("select datlocale from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
        assertThat(text("select cardinality(show_trgm('김민수'))")).isEqualTo("4");
        assertThat(text("select 'ÉCOLE' ilike '%école%'")).isEqualTo("t");
    }

    @Test
    void startsAgainWhenARecordOfADeadServerNamesALivingProcess() throws Exception {
        jdbc(database.address()).sql("create table kept (id int)").update();
        database.close();
        // Not this process: PostgreSQL itself sees through its parents' ids.
        Process stranger = new ProcessBuilder("sleep", "60").start();
        leaveRecordOf(stranger.pid());

        database = startedAgain();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
        assertThat(text("select count(*) from kept")).isEqualTo("0");
    }

    @Test
    void refusesToServeUsersWhomRowLevelSecurityDoesNotBind() {
        asSuperuser("create role loose login bypassrls password 'loose'");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> ExternalDatabase.checked(superuser()))
                .withMessageStartingWith("PORTICO_DATABASE_USER is \"postgres\": ");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> ExternalDatabase.checked(as("loose", "loose")))
                .withMessageStartingWith("PORTICO_DATABASE_USER is \"loose\": ");
        assertThat(ExternalDatabase.checked(database.address()).address()).isEqualTo(database.address());
    }

    @Test
    void namesTheSettingWhenADatabaseLetsNobodyIn() {
        DatabaseAddress nowhere = new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + SettingsCheck.freePort() + "/portico", "portico", "secret");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> ExternalDatabase.checked(as("portico", "guess")))
                .withMessageStartingWith("PORTICO_DATABASE_USER is \"portico\": ");
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> ExternalDatabase.checked(nowhere))
                .withMessageStartingWith("PORTICO_DATABASE_URL is \"" + nowhere.url());
    }

    private static EmbeddedDatabase startedAgain() throws Exception {
        return EmbeddedDatabase.start(data, new DatabaseSettings(Optional.empty(), 5, true, BINARIES));
    }

    private static void leaveRecordOf(long pid) throws IOException {
        Path postgres = folder.resolve("postgres");
        Files.write(postgres.resolve("postmaster.pid"), List.of(Long.toString(pid), postgres.toString(), "1", "1"));
    }

    private static String text(String query) {
        return jdbc(database.address())
                .sql(query)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static String asSuperuser(String sql) {
        JdbcClient jdbc = jdbc(superuser());
        return sql.startsWith("select")
                ? jdbc.sql(sql).query(String.class).single()
                : "" + jdbc.sql(sql).update();
    }

    private static DatabaseAddress superuser() {
        return as(EmbeddedDatabase.SUPERUSER, data.file("postgres.password").textOr(() -> ""));
    }

    private static DatabaseAddress as(String user, String password) {
        return new DatabaseAddress(database.address().url(), user, password);
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(database.address().url(), user, password);
    }

    private static JdbcClient jdbc(DatabaseAddress address) {
        return JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }
}

package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a node starts, is refused, is killed and ends: each with real processes. */
class ServeTests {
    @TempDir
    private Path data;

    @Test
    void tellsWhereTheConsoleIsHoldsItsFolderAndEndsInTime() throws Exception {
        try (Node node = Node.serving(data)) {
            assertThat(node.said()).contains("Console  " + node.url());
            assertThat(node.get("/healthz")).isEqualTo("200 ok");

            try (Node second = Node.launched(data)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.complained().lines())
                        .singleElement()
                        .asString()
                        .contains("PORTICO_DATA is \"" + data)
                        .contains("process " + node.pid());
            }

            assertThat(node.get("/healthz")).isEqualTo("200 ok");
            assertThat(node.endsWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(node.hasPostgres()).isFalse();
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesNothingThatWasCommittedWhenKilled(boolean togetherWithPostgres) throws Exception {
        AtomicLong committed = new AtomicLong();
        try (Node killed = Node.serving(data)) {
            Thread writer = Thread.ofVirtual().start(() -> writeUntilCut(killed, committed));
            await().until(() -> committed.get() > 200);
            killed.kill();
            if (togetherWithPostgres) {
                killed.killPostgres();
            } else {
                assertThat(killed.hasPostgres()).isTrue();
            }
            try (Node again = Node.serving(data)) {
                writer.join();
                assertThat(written(again)).isGreaterThanOrEqualTo(committed.get());
            }
        }
    }

    @Test
    void tellsAWrongSettingInOneLineAndNothingElse() throws Exception {
        try (Node node = Node.launched(data, "--portico.portal-base=http://localhost")) {
            assertThat(node.exitCode()).isEqualTo(1);
            assertThat(node.said()).isEmpty();
            assertThat(node.complained().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Portico did not start: PORTICO_PORTAL_BASE is \"http://localhost\": ");
        }
    }

    @Test
    void tellsAPortThatIsTakenInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Node node = Node.launchedOn(taken.getLocalPort(), data)) {
            assertThat(node.exitCode()).isEqualTo(1);
            assertThat(node.complained()).contains("PORTICO_PORT is \"" + taken.getLocalPort() + "\": ");
        }
    }

    /** Counts a row only once its commit was answered. */
    private static void writeUntilCut(Node node, AtomicLong committed) {
        try (Connection connection = node.database();
                Statement statement = connection.createStatement()) {
            statement.execute("create table written (id bigint)");
            while (true) {
                statement.execute("insert into written values (1)");
                committed.incrementAndGet();
            }
        } catch (IOException | SQLException cut) {
            // Its PostgreSQL was ended, which is what the test is about.
        }
    }

    private static long written(Node node) throws Exception {
        try (Connection connection = node.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from written")) {
            row.next();
            return row.getLong(1);
        }
    }
}

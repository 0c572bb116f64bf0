package io.portico.installation;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Portico in a process of its own, on a data folder; closing it kills it and ends its PostgreSQL. */
final class Node implements AutoCloseable {
    private final Path data;
    private final int port;
    private final Path output;
    private final Path errors;
    private final Process process;

    private Node(Path data, int port, List<String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.output = Files.createTempFile("portico", ".out");
        this.errors = Files.createTempFile("portico", ".err");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(settings.stream().filter(Node::isOfTheJvm).toList());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.portico.PorticoApplication",
                "--portico.port=" + port,
                "--portico.data=" + data,
                "--portico.database.binaries=" + EmbeddedDatabaseTests.BINARIES));
        command.addAll(settings.stream().filter(setting -> !isOfTheJvm(setting)).toList());
        this.process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
    }

    private static boolean isOfTheJvm(String setting) {
        return setting.startsWith("-X") || setting.startsWith("-D");
    }

    /** A node that may fail to start; what begins with {@code -X} or {@code -D} is for its JVM. */
    static Node launched(Path data, String... settings) throws IOException {
        return new Node(data, SettingsCheck.freePort(), List.of(settings));
    }

    /** A node on a port of the test's choice, which may fail to start. */
    static Node launchedOn(int port, Path data) throws IOException {
        return new Node(data, port, List.of());
    }

    /** A node that is ready. */
    static Node serving(Path data, String... settings) throws IOException {
        Node node = launched(data, settings);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !node.process.isAlive() || node.said().contains("Portico is ready."));
        if (!node.process.isAlive()) {
            throw new AssertionError("Did not start: " + node.complained() + node.said());
        }
        return node;
    }

    String url() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().strip();
        }
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    String complained() throws IOException {
        return Files.readString(errors);
    }

    long pid() {
        return process.pid();
    }

    int exitCode() throws InterruptedException {
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    /** SIGTERM, as Ctrl-C and service managers end it; whether it was gone in time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        process.destroy();
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill -9} of the PostgreSQL beneath, as when the machine loses power. */
    void killPostgres() throws IOException {
        postgres().ifPresent(ProcessHandle::destroyForcibly);
    }

    boolean hasPostgres() throws IOException {
        return postgres().isPresent();
    }

    Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(postmasterPid()).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/portico",
                EmbeddedDatabase.SUPERUSER,
                Files.readString(data.resolve("postgres.password")).strip());
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        return Files.exists(postmasterPid())
                ? ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(postmasterPid()).getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    private Path postmasterPid() {
        return data.resolve("postgres/postmaster.pid");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        PostgresCluster cluster = new PostgresCluster(
                PostgresPrograms.unpackedIn(EmbeddedDatabaseTests.BINARIES), ServerAccount.find(), data);
        if (cluster.exists() && said().contains("Portico is ready.")) {
            cluster.endLeftover();
        }
        Files.delete(output);
        Files.delete(errors);
    }
}

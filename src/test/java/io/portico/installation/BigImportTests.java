package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 100,000 rows in one request of the API, some 60 MiB of them, to a node with a heap of 256 MiB. */
@Tag("soak")
class BigImportTests {
    private static final Logger LOG = LoggerFactory.getLogger(BigImportTests.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROWS = 100_000;
    private static final int BATCH = 500;
    private static final String ABOUT = "Many words. ".repeat(45);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private Node node;
    private String key;

    @BeforeEach
    void aNode() throws Exception {
        Files.createDirectory(data.resolve("tmp"));
        start();
        var shown = Pattern.compile("portico_[0-9A-Za-z]{49}").matcher(node.said());
        assertThat(shown.find()).isTrue();
        key = shown.group();
    }

    @AfterEach
    void end() throws Exception {
        node.close();
    }

    private void start() throws IOException {
        node = Node.serving(
                data.resolve("data"), "-Xmx256m", "-Djava.io.tmpdir=" + data.resolve("tmp"), "--portico.demo=true");
    }

    @Test
    void comesInWithAVerdictForEachRowAndMemoryStaysFlat() throws Exception {
        long before = number("select count(*) from contact");
        // The first ones compile the code that they run.
        imported("application/x-ndjson", ndjson("warm", 2_000), 2_000);

        imported("application/x-ndjson", ndjson("a", ROWS), ROWS);
        imported("text/csv", csv(), ROWS);
        JsonNode again = imported("application/x-ndjson", ndjson("a", ROWS), ROWS);

        assertThat(again.path("unchanged").asInt()).isEqualTo(ROWS);
        assertThat(number("select count(*) from contact") - before).isEqualTo(2 * ROWS + 2_000);
        assertThat(number("select count(*) from activity where kind = 'contact.created'"))
                .isEqualTo(number("select count(*) from contact"));
    }

    /** Answers the sums; others ask for something small all the while. */
    private JsonNode imported(String type, Path rows, int count) throws Exception {
        List<Long> waits = Collections.synchronizedList(new ArrayList<>());
        var going = new AtomicBoolean(true);
        Thread others = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                waits.add(asked());
            }
        });
        long start = System.nanoTime();
        List<String> tail = new ArrayList<>();
        long lines = 0;
        try (BufferedReader verdicts = verdicts(type, rows)) {
            for (String line = verdicts.readLine(); line != null; line = verdicts.readLine()) {
                lines++;
                tail = List.of(line);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        going.set(false);
        others.join();
        Collections.sort(waits);
        LOG.info(
                "{} rows of {} ({} MiB) in {} ms; others waited {} ms at the median of {}, {} ms at the 99th; {}",
                count,
                type,
                Files.size(rows) >> 20,
                millis,
                waits.get(waits.size() / 2),
                waits.size(),
                waits.get(waits.size() * 99 / 100),
                memory());
        assertThat(lines).isEqualTo(count + 1);
        JsonNode sums = JSON.readTree(tail.getFirst());
        assertThat(sums.path("done").asBoolean()).isTrue();
        return sums;
    }

    private long asked() {
        try {
            long start = System.nanoTime();
            var request =
                    HttpRequest.newBuilder(URI.create(node.url() + "/sign-in")).build();
            client.send(request, BodyHandlers.discarding());
            // The pace of a visitor, no wait for anything.
            Thread.sleep(Duration.ofMillis(50));
            return (System.nanoTime() - start) / 1_000_000 - 50;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String memory() throws IOException {
        return String.join(
                ", ",
                Files.readAllLines(Path.of("/proc", Long.toString(node.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    @Test
    void isDoneOnceWhenItIsSentAgainAfterAKill() throws Exception {
        long before = number("select count(*) from contact");
        Path rows = ndjson("k", ROWS);
        int told = 0;
        try (BufferedReader verdicts = verdicts("application/x-ndjson", rows)) {
            for (; told < ROWS * 3 / 10; told++) {
                verdicts.readLine();
            }
            node.kill();
        } catch (IOException cut) {
            LOG.info("the answer was cut off: {}", cut.getMessage());
        }
        assertThat(left()).as("files of contacts that lie about").isEmpty();
        start();

        long done = number("select count(*) from contact") - before;
        LOG.info("killed when {} verdicts were read: {} rows were done", told, done);
        assertThat(done).isGreaterThanOrEqualTo(told).isLessThan(ROWS);
        assertThat(done % BATCH).as("whole batches").isZero();
        JsonNode sums = imported("application/x-ndjson", rows, ROWS);
        assertThat(sums.path("unchanged").asLong()).isEqualTo(done);
        assertThat(sums.path("created").asLong()).isEqualTo(ROWS - done);
        assertThat(number("select count(*) from contact") - before).isEqualTo(ROWS);
        assertThat(number("select count(*) from activity where kind = 'contact.created'"))
                .isEqualTo(number("select count(*) from contact"));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("portico-import"))
                    .toList();
        }
    }

    private BufferedReader verdicts(String type, Path rows) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1/contacts:import"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofFile(rows))
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        var verdicts = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + verdicts.readLine());
        }
        return verdicts;
    }

    private Path ndjson(String names, int count) throws IOException {
        Path file = data.resolve(names + ".ndjson");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.write("{\"email\":\"" + names + i + "@example.com\",\"first_name\":\"Row\",\"tags\":[\"many\"],"
                        + "\"custom_fields\":{\"about\":\"" + ABOUT + "\"}}\n");
            }
        }
        return file;
    }

    private Path csv() throws IOException {
        Path file = data.resolve("rows.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("First name;E-mail;Tags;About\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("Row;c" + i + "@example.com;many;\"" + ABOUT + "\"\n");
            }
        }
        return file;
    }

    private long number(String sql) throws Exception {
        try (Connection database = node.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

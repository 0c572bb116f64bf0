package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import io.portico.workspace.Workspace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactsImportTests extends ApiTest {
    private static final String PATH = "/api/v1/contacts:import";
    private static final String NDJSON = "application/x-ndjson";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    io.portico.tenancy.Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private static List<JsonNode> lines(Reply reply) {
        return reply.text().lines().map(JSON::readTree).toList();
    }

    private long contactsNow() {
        return tenancy.in(
                acme.id(),
                () -> jdbc.sql("select count(*) from contact where workspace_id = ?")
                        .param(acme.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void refusesInALineWhatCreatingRefuses() {
        List<JsonNode> lines = lines(robot.send("POST", PATH, NDJSON, """
                {"email": "a@example.com", "tags": ["a,b"]}
                {"email": "b@example.com", "tags": [" "]}
                {"email": "c@example.com", "source": " "}
                {"tags": ["x"]}
                {"first_name": " "}
                """));

        assertThat(lines.subList(0, 5))
                .extracting(line -> line.path("errors").get(0).path("pointer").asString())
                .containsExactly("/tags", "/tags", "/source", "/email", "/email");
    }

    @Test
    void saysOfEachRowWhatBecameOfIt() {
        aContact().at("known@example.com").in(acme);
        String rows = """
                {"email": "a@example.com", "first_name": "A", "tags": ["x"]}

                {"email": "known@example.com", "last_name": "Kim"}
                {"email": "A@example.com"}
                {"email": "b@"}
                {"e-mail": "c@example.com"}
                nonsense
                {"first_name": "No address", "custom_fields": {"plan": "gold"}}
                """;

        Reply reply = robot.send("POST", PATH, NDJSON, rows);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith(NDJSON);
        List<JsonNode> lines = lines(reply);
        assertThat(lines.subList(0, 7))
                .extracting(line ->
                        line.path("row").asInt() + " " + line.path("verdict").asString())
                .containsExactly(
                        "1 created", "3 updated", "4 duplicate", "5 invalid", "6 invalid", "7 invalid", "8 created");
        assertThat(lines.get(3).path("errors").get(0).path("pointer").asString())
                .isEqualTo("/email");
        assertThat(lines.get(4).path("errors").toString()).contains("unknown_field", "/e-mail");
        assertThat(lines.get(7).path("done").asBoolean()).isTrue();
        assertThat(lines.get(7).path("created").asInt()).isEqualTo(2);
        assertThat(contactsNow()).isEqualTo(3);
        assertThat(activity.latest(acme.id(), 3))
                .allMatch(entry -> entry.actorKind().equals("api_key"));

        assertThat(lines(robot.send("POST", PATH, NDJSON, rows))
                        .getLast()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
    }

    private Reply csv(String rows) {
        return robot.send("POST", PATH, "text/csv", rows);
    }

    @Test
    void takesCsvWithTheNamesThatTheConsoleKnows() {
        Reply reply = csv("First name;E-mail;Étiquettes\nMinji;minji@example.com;client, vip\nLee;nobody;\n");

        assertThat(lines(reply))
                .extracting(line -> line.path("verdict").asString("end"))
                .containsExactly("created", "invalid", "end");
        assertThat(robot.get("/api/v1/contacts?email=minji@example.com")
                        .json()
                        .at("/data/0/tags")
                        .toString())
                .isEqualTo("[\"client\",\"vip\"]");
    }

    @Test
    void takesEveryHeaderThatItSaysIsKnown() {
        String cells = "Minji,Kim,Minji Kim,minji@example.com,+82 2 1234 5678,client,ko,Asia/Seoul,fair";

        Reply reply = csv("first_name,last_name,name,email,phone,tags,language,time_zone,source\n" + cells + "\n");

        assertThat(lines(reply).getFirst().path("verdict").asString())
                .as(reply.text())
                .isEqualTo("created");
    }

    @Test
    void takesAColumnNamedAsACustomFieldForThatField() {
        robot.post("/api/v1/contacts", "{'first_name': 'Lee', 'custom_fields': {'Company': 'Acme'}}");

        Reply reply = csv("email,company,custom_fields.Plan,custom:seat\nminji@example.com,Lotus,gold,12\n");

        assertThat(lines(reply).getFirst().path("verdict").asString())
                .as(reply.text())
                .isEqualTo("created");
        JsonNode minji =
                robot.get("/api/v1/contacts?email=minji@example.com").json().at("/data/0/custom_fields");
        assertThat(minji.toString()).isEqualTo("{\"Company\":\"Lotus\",\"Plan\":\"gold\",\"seat\":\"12\"}");
    }

    @Test
    void takesTheExactNameOfACustomFieldForThatFieldWhateverTheConsoleTakesItFor() {
        robot.post(
                "/api/v1/contacts",
                "{'first_name': 'Lee', 'custom_fields': {'Groups': 'a', 'Mobile': 'b', 'Email': 'c', 'First name': 'd'}}");

        Reply reply = csv("Email,First name,Groups,Mobile,Labels,Cell\n"
                + "minji@example.com,Minji,blue,iPhone,vip,+82 2 1234 5678\n");

        assertThat(lines(reply).getFirst().path("verdict").asString())
                .as(reply.text())
                .isEqualTo("created");
        JsonNode minji =
                robot.get("/api/v1/contacts?email=minji@example.com").json().at("/data/0");
        assertThat(minji.path("custom_fields").toString()).isEqualTo("{\"Groups\":\"blue\",\"Mobile\":\"iPhone\"}");
        assertThat(minji.path("first_name").asString()).isEqualTo("Minji");
        assertThat(minji.path("tags").toString()).isEqualTo("[\"vip\"]");
        assertThat(minji.path("phone").asString()).isEqualTo("+82 2 1234 5678");
    }

    @Test
    void refusesACsvOfWhichItWouldLeaveAColumnOut() {
        robot.post("/api/v1/contacts", "{'first_name': 'Lee', 'custom_fields': {'Plan': 'gold'}}");

        Reply unknown = csv("email,Firma,plan,E-mail 2,\nminji@example.com,Lotus,gold,kim@example.com,\n");
        Reply twice = csv("email,Email Address\nminji@example.com,kim@example.com\n");

        assertThat(unknown.status()).as(unknown.text()).isEqualTo(422);
        assertThat(unknown.code()).isEqualTo("unknown_columns");
        assertThat(unknown.json().path("detail").asString())
                .contains("Firma, E-mail 2.")
                .endsWith(
                        "Known are: first_name, last_name, name, email, phone, tags, language, time_zone, source, custom_fields.NAME, Plan.");
        assertThat(twice.code()).isEqualTo("unknown_columns");
        assertThat(twice.text()).contains("Email Address");
        assertThat(contactsNow()).isEqualTo(1);
    }

    @Test
    void refusesACsvOfWhichItKnowsNoColumn() {
        for (String rows : List.of("foo,bar\n1,2\n", "foo,bar\nMinji,minji@example.com\n")) {
            Reply reply = csv(rows);

            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("invalid_csv");
            assertThat(reply.json().path("detail").asString())
                    .startsWith("No column was recognised (found: foo, bar). Known are: first_name, ");
        }
        assertThat(csv("minji@example.com,Minji\nlee@example.com,Lee\n").code())
                .as("without a header")
                .isEqualTo("invalid_csv");
        assertThat(contactsNow()).isZero();
    }

    @Test
    void saysOfARowOfCsvWhatItSaysOfTheSameContactAsJson() {
        String name = "n".repeat(101);
        String tag = "t".repeat(61);
        Reply csv = csv("""
                email,first_name,phone,tags,language,time_zone,source
                nobody,Kim,,,,,
                ,%s,,,,,
                ,Kim,abc,,,,
                ,Kim,,"a,%s",,,
                ,Kim,,,de,,
                ,Kim,,,,Mars,
                ,Kim,,,,,%s
                ,,,vip,,,
                """.formatted(name, tag, name));
        Reply json = robot.send("POST", PATH, NDJSON, """
                {"email": "nobody"}
                {"first_name": "%s"}
                {"first_name": "Kim", "phone": "abc"}
                {"first_name": "Kim", "tags": ["a", "%s"]}
                {"first_name": "Kim", "language": "de"}
                {"first_name": "Kim", "time_zone": "Mars"}
                {"first_name": "Kim", "source": "%s"}
                {"tags": ["vip"]}
                """.formatted(name, tag, name));

        assertThat(faults(csv)).hasSize(8).isEqualTo(faults(json));
        assertThat(faults(csv).getFirst()).contains("\"/email\"");
    }

    private static List<String> faults(Reply reply) {
        return lines(reply).stream()
                .map(line -> line.path("errors").toString())
                .filter(errors -> errors.length() > 2)
                .toList();
    }

    @Test
    void saysWhatIsBrokenInARowOfCsv() {
        Reply reply = csv("email,first_name,\na@example.com,A,,x\nb@example.com,B,stray\n\"c@example.com\"x,C,\n");

        assertThat(lines(reply).subList(0, 3))
                .extracting(line -> line.at("/errors/0/code").asString())
                .containsExactly("too_many_fields", "unnamed_column", "text_after_quote");
        assertThat(reply.text()).contains("field 4", "Column 3", "Field 1 goes on after its closing quote");
    }

    @Test
    void refusesWhatItCannotTake() {
        assertThat(robot.send("POST", PATH, "application/json", "[]").status()).isEqualTo(415);
        assertThat(robot.send("POST", PATH, "text/csv", " ").code()).isEqualTo("invalid_csv");
        assertThat(robot.send("POST", PATH, NDJSON, "\n".repeat(100_002)).code())
                .isEqualTo("too_many_rows");
        assertThat(lines(robot.send("POST", PATH, NDJSON, "{\"first_name\": \"" + "x".repeat(70_000) + "\"}"))
                        .getFirst()
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("too_long");
        assertThat(robot.send("POST", PATH, NDJSON, "[".repeat(1000)).text()).contains("invalid_json");
        assertThat(robot.send("POST", PATH, NDJSON, "").status()).isEqualTo(200);
        assertThat(contactsNow()).isZero();
    }

    /** What came before the program hung up was not whole, and nothing is done; the place is free again. */
    @Test
    void doesNothingForAProgramThatHangsUpWhileSending() throws IOException {
        String key = aKey(acme, io.portico.access.keys.ApiScope.CONTACTS_WRITE)
                .secret()
                .reveal();
        for (int i = 0; i < 6; i++) {
            try (var socket = new Socket("localhost", installation.port())) {
                socket.getOutputStream()
                        .write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                                        + "\r\nContent-Type: " + NDJSON
                                        + "\r\nContent-Length: 1000000\r\n\r\n{\"first_name\":\"Half\"}\n")
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> robot.send("POST", PATH, NDJSON, "{\"first_name\":\"Whole\"}")
                                .status()
                        == 200);
        assertThat(contactsNow()).isEqualTo(1);
    }

    @Test
    @Tag("soak")
    void takesAHundredThousandRowsInOneRequest() {
        var rows = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            rows.append("{\"email\":\"row-")
                    .append(i)
                    .append("@example.com\",\"first_name\":\"Row\",\"tags\":[\"many\"]}\n");
        }
        long start = System.nanoTime();

        Reply reply = robot.send("POST", PATH, NDJSON, rows.toString());

        System.out.printf("100,000 rows in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(lines(reply).getLast().path("created").asInt()).isEqualTo(100_000);
        assertThat(reply.text().lines().count()).isEqualTo(100_001);
        assertThat(contactsNow()).isEqualTo(100_000);
    }

    /** Who sends slowly takes no place: six workspaces that have sent half of theirs hold up nobody but themselves. */
    @Test
    void takesAnImportWhileOthersSendSlowly() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                slow.add(sending(aWorkspace(), "{\"first_name\":\"Half\"}\n", 1_000_000));
            }
            slow.add(sending(acme, "{\"first_name\":\"Half\"}\n", 1_000_000));
            await().pollDelay(Duration.ofMillis(700))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> robot.send("POST", PATH, NDJSON, "{\"first_name\":\"Kim\"}")
                                    .status()
                            == 503);
            assertThat(robot.send("POST", PATH, NDJSON, "{\"first_name\":\"Kim\"}")
                            .header("Retry-After"))
                    .isNotEmpty();
            Program other = aProgram(aWorkspace(), ApiScope.CONTACTS_WRITE);
            assertThat(other.send("POST", PATH, NDJSON, "{\"first_name\":\"Lee\"}")
                            .status())
                    .isEqualTo(200);
        } finally {
            closeAll(slow);
        }
    }

    @Test
    void countsARowForEveryKindOfLineEnd() {
        String many = "first_name\r" + "Kim\r".repeat(100_001);

        Reply refused = robot.send("POST", PATH, "text/csv", many);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("too_many_rows");
        assertThat(contactsNow()).isZero();
    }

    /** Four programs that send all and read nothing: no connection to the database waits for them, and they are let go. */
    @Test
    @Tag("soak")
    void letsGoOfProgramsThatReadNothing() throws IOException {
        String rows = "{\"first_name\":\"Row\",\"tags\":[\"many\"]}\n".repeat(60_000);
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                stalled.add(sending(aWorkspace(), rows, rows.length()));
            }
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> robot.send("POST", PATH, NDJSON, "{\"first_name\":\"Fifth\"}")
                                    .status()
                            == 503);
            await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(20)).until(() -> idleInTransaction() == 0);
            assertThat(robot.get("/api/v1/workspace").status()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> robot.send("POST", PATH, NDJSON, "{\"first_name\":\"Fifth\"}")
                                    .status()
                            == 200);
        } finally {
            closeAll(stalled);
        }
    }

    /** A program that sends this much of a body of that length, and reads nothing. */
    private Socket sending(Workspace workspace, String rows, int length) throws IOException {
        String key = aKey(workspace, ApiScope.CONTACTS_WRITE).secret().reveal();
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", installation.port()));
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: " + NDJSON + "\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write((head + rows).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private long idleInTransaction() {
        var sql = """
                select count(*) from pg_stat_activity
                where state like 'idle in transaction%' and state_change < clock_timestamp() - interval '1 second'""";
        return jdbc.sql(sql).query(Long.class).single();
    }
}

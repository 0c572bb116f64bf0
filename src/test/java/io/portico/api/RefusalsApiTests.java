package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.api.Program.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said to a program that left something out, or said one thing too many. */
class RefusalsApiTests extends ApiTest {
    private static final String RUNS = "/api/v1/runs";
    private static final String IMPORT = "/api/v1/contacts:import";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode fault(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().path("errors").size()).as(reply.text()).isEqualTo(1);
        return reply.json().at("/errors/0");
    }

    private static String detail(Reply reply) {
        return fault(reply).path("detail").asString();
    }

    @Test
    void sayHowRecipientsAreGiven() {
        assertThat(detail(robot.post("/api/v1/invitations", "{'note': 'Hi'}")))
                .isEqualTo("Give recipients, contact_ids or both.");
        assertThat(detail(robot.post(RUNS, "{'kind': 'invitations', 'recipients': []}")))
                .isEqualTo("Give recipients, contact_ids or a filter; recipients may come beside either.");
    }

    @Test
    void sayWhereThoseAreInvitedWhoMatchAFilter() {
        for (String filter : List.of("{}", "{'tag': 'x'}", "{'tga': 'x'}")) {
            Reply reply = robot.post("/api/v1/invitations", "{'filter': " + filter + "}");

            assertThat(fault(reply).path("pointer").asString()).isEqualTo("/filter");
            assertThat(detail(reply)).endsWith("by a run: POST /api/v1/runs.");
        }
    }

    /** Nobody mails a hundred thousand people by leaving something out. */
    @Test
    void takeAFilterThatNarrowsNothingForAMistake() {
        robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}");
        robot.post("/api/v1/contacts", "{'email': 'lee@example.com'}");
        for (String filter : List.of("{}", "{'q': ' '}", "{'state': null, 'tag': ''}")) {
            Reply reply = robot.post(RUNS, "{'kind': 'invitations', 'filter': " + filter + "}");

            assertThat(fault(reply).path("code").asString()).as(filter).isEqualTo("empty_filter");
            assertThat(fault(reply).path("pointer").asString()).isEqualTo("/filter");
            assertThat(detail(reply)).contains("{\"state\": \"everybody\"}");
        }
        assertThat(robot.get(RUNS).json().path("data").size()).isZero();

        Reply all = robot.post(RUNS, "{'kind': 'invitations', 'filter': {'state': 'everybody'}}");
        assertThat(all.status()).as(all.text()).isEqualTo(201);
        assertThat(all.json().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void tellAHundredFaultsAndThatThereAreMore() {
        String many = IntStream.range(0, 5_000).mapToObj(n -> "'x" + n + "': 0").collect(Collectors.joining(", "));

        Reply reply = robot.post("/api/v1/contacts", "{" + many + "}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").size()).isEqualTo(101);
        assertThat(reply.json().at("/errors/100/code").asString()).isEqualTo("more");
    }

    @Test
    void readNoBodyOfCountlessNames() {
        String endless = IntStream.range(0, 105_000).mapToObj(n -> "1").collect(Collectors.joining(",", "[", "]"));

        assertThat(robot.post("/api/v1/contacts", "{'a': " + endless + ", 'b': " + endless + "}")
                        .code())
                .isEqualTo("invalid_json");
    }

    @Test
    void letNoContactHaveCountlessCustomFields() {
        String id = robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}")
                .json()
                .path("id")
                .asString();
        assertThat(robot.patch("/api/v1/contacts/" + id, custom(0)).status()).isEqualTo(200);
        assertThat(robot.patch("/api/v1/contacts/" + id, custom(50)).status()).isEqualTo(200);

        Reply beyond = robot.patch("/api/v1/contacts/" + id, custom(100));

        assertThat(fault(beyond).path("code").asString()).isEqualTo("too_many");
        assertThat(detail(beyond)).contains("at most 100", "would have 150");
    }

    private static String custom(int first) {
        return IntStream.range(first, first + 50)
                .mapToObj(n -> "'f" + n + "': 'x'")
                .collect(Collectors.joining(", ", "{'custom_fields': {", "}}"));
    }

    @Test
    void letNoImportGiveAContactCountlessCustomFields() {
        String columns =
                IntStream.range(0, 101).mapToObj(n -> "custom_fields.f" + n).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 101).mapToObj(n -> "x").collect(Collectors.joining(","));
        String few = "{'email': 'lee@example.com', 'custom_fields': {'one': '1'}}";
        robot.post("/api/v1/contacts", few);

        Reply csv = robot.send(
                "POST",
                IMPORT,
                "text/csv",
                "email,%s\nkim@example.com,%s\nlee@example.com,%s\n"
                        .formatted(columns, cells, cells.substring(0, cells.length() - 1)));

        for (JsonNode line : lines(csv).subList(0, 2)) {
            assertThat(line.path("verdict").asString()).as(csv.text()).isEqualTo("invalid");
            assertThat(line.path("contact_id").isNull()).isTrue();
            assertThat(line.at("/errors/0/pointer").asString()).isEqualTo("/custom_fields");
            assertThat(line.at("/errors/0/detail").asString()).contains("at most 100");
        }
        assertThat(lines(csv).getLast().path("invalid").asInt()).isEqualTo(2);
        assertThat(robot.get("/api/v1/contacts").json().path("data").size()).isEqualTo(1);
        assertThat(robot.get("/api/v1/contacts")
                        .json()
                        .at("/data/0/custom_fields")
                        .size())
                .isEqualTo(1);
    }

    private static List<JsonNode> lines(Reply reply) {
        return reply.text().lines().map(JSON::readTree).toList();
    }

    @Test
    void takeTheNamesOfCustomFieldsThatAnImportTakes() {
        for (String name : List.of("n".repeat(61), " plan", "plan ", " ", "a\\tb")) {
            Reply reply =
                    robot.post("/api/v1/contacts", "{'first_name': 'Kim', 'custom_fields': {'" + name + "': 'x'}}");

            assertThat(fault(reply).path("pointer").asString()).startsWith("/custom_fields/");
            assertThat(detail(reply)).contains("1 to 60 characters");
        }
        String sixty = "{'first_name': 'Kim', 'custom_fields': {'" + "n".repeat(60) + "': 'x'}}";
        Reply kim = robot.post("/api/v1/contacts", sixty);
        assertThat(kim.status()).as(kim.text()).isEqualTo(201);
        String old = "{'custom_fields': {'" + "n".repeat(61) + "': null}}";
        assertThat(robot.patch("/api/v1/contacts/" + kim.json().path("id").asString(), old)
                        .status())
                .as("what is there under another name can be taken away")
                .isEqualTo(200);
    }

    @Test
    void askForParametersThatCanBeRead() {
        var described = new Described(aStranger().get("/api/v1/openapi.json").json());
        for (String query : List.of("%ED%A0%80", "%FF")) {
            Reply reply = robot.get("/api/v1/contacts?q=" + query);

            assertThat(reply.code()).as(query).isEqualTo("invalid_parameter");
            described.holds("GET", "/api/v1/contacts", reply);
        }
    }

    /** A field that is null is as good as none. */
    @Test
    void takeNullForAFieldThatIsMissing() {
        String automation = robot.post(
                        "/api/v1/automations",
                        "{'name': 'x', 'definition': {'trigger': {'on': 'joined'}, 'steps': [{'do': 'invite'}]}}")
                .json()
                .path("id")
                .asString();
        String webhook = robot.post("/api/v1/webhooks", "{'url': 'http://127.0.0.1:9/'}")
                .json()
                .at("/webhook/id")
                .asString();
        robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}");
        for (String[] call : new String[][] {
            {"POST", "/automations", "{'name': 'x', 'definition': null}", "/definition"},
            {"POST", "/automations/" + automation + "/entries", "{'contact_id': null}", "/contact_id"},
            {"POST", "/custom-values:render", "{'email': 'kim@example.com', 'text': null}", "/text"},
            {"PUT", "/custom-values/hours", "{'value': null}", "/value"},
            {"PUT", "/templates/invitation/en", "{'subject': null, 'body': 'b', 'button': 'c'}", "/subject"},
            {"POST", "/runs", "{'kind': null, 'recipients': [{'email': 'lee@example.com'}]}", "/kind"},
            {"POST", "/webhooks", "{'url': null}", "/url"},
            {"POST", "/webhooks/" + webhook + "/replay", "{'since': null}", "/since"}
        }) {
            Reply reply = robot.send(call[0], "/api/v1" + call[1], "application/json", call[2].replace('\'', '"'));

            assertThat(fault(reply).path("code").asString()).as(call[1]).isEqualTo("missing");
            assertThat(fault(reply).path("pointer").asString()).as(call[1]).isEqualTo(call[3]);
        }
    }

    @Test
    void listTheStatesOfAFilter() {
        assertThat(detail(robot.post(RUNS, "{'kind': 'invitations', 'filter': {'state': 'gone'}}")))
                .isEqualTo("It must be one of none, pending, joined, expired, revoked, bounced, disabled, invited,"
                        + " ever-joined, joined-uninvited, active, everybody.");
    }

    @Test
    void listTheKindsOfTheActivity() {
        Reply reply = robot.get("/api/v1/activity?kind=foo");

        assertThat(fault(reply).path("parameter").asString()).isEqualTo("kind");
        assertThat(detail(reply)).contains("contact.joined, contact.seen");
        assertThat(robot.get("/api/v1/activity?kind=run.hastened").status()).isEqualTo(200);
    }

    @Test
    void takeOneContactByIdOrByAddress() {
        String id = robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}")
                .json()
                .path("id")
                .asString();
        for (String path : List.of("/api/v1/magic-links", "/api/v1/custom-values:render")) {
            String text = path.endsWith("render") ? ", 'text': 'Hi'" : "";
            Reply both = robot.post(path, "{'contact_id': '" + id + "', 'email': 'kim@example.com'" + text + "}");
            Reply none = robot.post(path, "{'email': null" + text + "}");
            Reply other = robot.post(path, "{'contact_id': '" + id + "', 'email': null" + text + "}");

            assertThat(fault(both).path("code").asString()).isEqualTo("conflict");
            assertThat(fault(none).path("code").asString()).isEqualTo("missing");
            assertThat(other.status()).as(other.text()).isIn(200, 201);
        }
    }
}

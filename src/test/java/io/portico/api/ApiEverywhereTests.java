package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.api.Program.Reply;
import io.portico.api.reference.Operation;
import io.portico.api.reference.Operations;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Conventions, asked of every operation that the document of the API names. */
class ApiEverywhereTests extends ApiThingsTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final String JSON = "application/json";

    @Autowired
    Operations operations;

    private Map<String, String> ours = Map.of();

    private Stream<Operation> all() {
        ours = thingsIn(acme);
        return operations.all().stream();
    }

    private Stream<Operation> changing() {
        return all().filter(each -> !each.method().equals("GET") && !each.streams());
    }

    private String path(Operation operation) {
        return VARIABLE.matcher(operation.path())
                .replaceAll(variable -> ours.getOrDefault(variable.group(1), "missing"));
    }

    private static void refused(Operation operation, Reply reply, int status, String code) {
        assertThat(reply.status()).as(operation.id() + " " + reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).as(operation.id()).isEqualTo("application/problem+json");
        assertThat(reply.code()).as(operation.id()).isEqualTo(code);
        assertThat(reply.json().path("detail").asString()).as(operation.id()).isNotEmpty();
    }

    private static List<String> faults(Reply reply) {
        return reply.json().path("errors").values().stream()
                .map(error ->
                        error.path("pointer").asString(error.path("parameter").asString()) + " "
                                + error.path("code").asString())
                .toList();
    }

    @Test
    void refuseAnUnknownFieldByItsName() {
        changing().forEach(each -> {
            Reply reply = robot.send(each.method(), path(each), JSON, "{\"no/thing\": 1}");
            refused(each, reply, 422, "invalid_request");
            assertThat(faults(reply)).as(each.id()).contains("/no~1thing unknown_field");
        });
    }

    @Test
    void refuseAnUnknownParameterByItsName() {
        all().filter(each -> !each.streams()).forEach(each -> {
            String type = each.method().equals("GET") || each.method().equals("DELETE") ? "" : JSON;
            Reply reply = robot.send(each.method(), path(each) + "?nothing=1", type, type.isEmpty() ? "" : "{}");
            refused(each, reply, 422, "invalid_request");
            assertThat(reply.text()).as(each.id()).contains("nothing");
        });
    }

    @Test
    void refuseWhatIsNoStrictJsonInUtf8() {
        changing().forEach(each -> {
            for (String body : new String[] {"{\"a\": 1, \"a\": 2}", "[".repeat(17) + "]".repeat(17), "{", "{} {}"}) {
                refused(each, robot.send(each.method(), path(each), JSON, body), 400, "invalid_json");
            }
            for (String type : new String[] {"application/json; charset=iso-8859-1", "text/plain", "text/csv"}) {
                refused(each, robot.send(each.method(), path(each), type, "{}"), 415, "unsupported_media_type");
            }
        });
    }

    @Test
    void refuseABodyOverOneMebibyte() {
        String large = "{\"a\": \"" + "x".repeat(1 << 20) + "\"}";
        changing()
                .forEach(each ->
                        refused(each, robot.send(each.method(), path(each), JSON, large), 413, "body_too_large"));
    }

    @Test
    void refuseAnIdempotencyKeyThatIsNone() {
        changing()
                .filter(each -> each.method().equals("POST"))
                .forEach(each -> refused(
                        each,
                        robot.and("Idempotency-Key", "a b").send("POST", path(each), JSON, "{}"),
                        400,
                        "invalid_idempotency_key"));
    }

    @Test
    void refuseToChangeWhatWasChangedMeanwhile() {
        assertThat(changing().filter(each -> each.errors().stream().anyMatch(no -> no.status() == 412)))
                .hasSizeGreaterThan(7)
                .allSatisfy(each -> {
                    String body = each.body()
                            .flatMap(operations::example)
                            .map(ApiEverywhereTests::written)
                            .orElse("");
                    Program late = robot.and("If-Match", "\"stale\"");
                    Reply reply = late.send(each.method(), path(each), body.isEmpty() ? "" : JSON, body);
                    refused(each, reply, 412, "changed_meanwhile");
                });
    }

    private static String written(Object example) {
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(example);
    }

    @Test
    void givePagesOfOneToTwoHundredAndTakeTheirOwnCursorsOnly() {
        Workspace other = aWorkspace();
        List<Operation> lists =
                all().filter(each -> each.list().isPresent() && each.paged()).toList();
        assertThat(lists).hasSizeGreaterThan(4);
        for (Operation each : lists) {
            for (String limit : new String[] {"0", "-1", "201", "x", "", "1e2", "1&limit=2"}) {
                Reply reply = robot.get(path(each) + "?limit=" + limit);
                refused(each, reply, 422, "invalid_request");
                assertThat(faults(reply)).as(each.id()).contains("limit invalid_parameter");
            }
            assertThat(robot.get(path(each) + "?limit=200").status()).isEqualTo(200);
            for (String forged : new String[] {"x", "AAAA", "MDE5ODBkMmU", "x".repeat(500), "%00"}) {
                refused(each, robot.get(path(each) + "?cursor=" + forged), 422, "invalid_request");
            }
        }
        String cursor = aCursor();
        assertThat(robot.get("/api/v1/contacts?limit=1&cursor=" + cursor).status())
                .isEqualTo(200);
        for (String foreign : new String[] {
            "/api/v1/runs?cursor=" + cursor,
            "/api/v1/contacts?tag=x&cursor=" + cursor,
            "/api/v1/contacts?cursor=" + (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1)
        }) {
            assertThat(robot.get(foreign).status()).as(foreign).isEqualTo(422);
        }
        assertThat(aProgram(other, io.portico.access.keys.ApiScope.values())
                        .get("/api/v1/contacts?limit=1&cursor=" + cursor)
                        .status())
                .as("another workspace's")
                .isEqualTo(422);
    }

    private String aCursor() {
        aContact().in(acme);
        aContact().in(acme);
        return robot.get("/api/v1/contacts?limit=1").json().path("next").asString();
    }

    @Test
    void answerHeadAsGetWithoutABodyAndTellTheirMethods() {
        all().filter(each -> each.method().equals("GET")).forEach(each -> {
            String query = each.query().containsKey("contact_id") ? "?contact_id=" + ours.get("contact") : "";
            Reply head = robot.send("HEAD", path(each) + query, "", "");
            assertThat(head.status()).as(each.id()).isEqualTo(200);
            assertThat(head.text()).as(each.id()).isEmpty();
            assertThat(head.header("Content-Type")).as(each.id()).isEqualTo(JSON);
            Reply options = robot.send("OPTIONS", path(each), "", "");
            assertThat(options.status()).as(each.id()).isIn(200, 405);
            assertThat(options.header("Allow")).as(each.id()).contains("GET");
            assertThat(options.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(aStranger().send("OPTIONS", path(each), "", "").status())
                    .as(each.id())
                    .isEqualTo(401);
        });
    }

    @Test
    void haveExamplesAndErrorsInTheDocument() {
        JsonNode document = aStranger().get("/api/v1/openapi.json").json();
        for (JsonNode path : document.path("paths").values()) {
            path.properties().forEach(entry -> {
                JsonNode operation = entry.getValue();
                String id = operation.path("operationId").asString();
                operation.path("responses").properties().forEach(answer -> {
                    JsonNode content = answer.getValue().path("content");
                    content.values()
                            .forEach(each -> assertThat(each.has("example") || each.has("examples"))
                                    .as(id + answer.getKey())
                                    .isTrue());
                    assertThat(content.isEmpty())
                            .as(id + answer.getKey())
                            .isEqualTo(List.of("204", "304").contains(answer.getKey()));
                });
            });
        }
    }
}

package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.activity.FactKind;
import io.portico.api.reference.Operation;
import io.portico.api.reference.Operations;
import io.portico.contacts.MembershipState;
import io.portico.contacts.PeopleFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the API says what there is, and there is what it says. */
class ReferenceTests extends ApiTest {
    private static final String RUN = "01980d2e-7b1a-7c3e-9f00-3f6b5a0c1d32";
    private static final String DOCUMENT = "/api/v1/openapi.json";

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    Operations operations;

    private Stream<String> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.equals(DOCUMENT))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path + " "
                                        + entry.getValue()
                                                .getMethodAnnotation(NeedsScope.class)
                                                .value()
                                                .text())));
    }

    @Test
    void namesEveryRouteWithItsScopeAndNoOther() {
        assertThat(operations.all().stream().map(each -> each.method() + " " + each.path() + " " + each.scope()))
                .containsExactlyInAnyOrderElementsOf(routes().toList());
    }

    @Test
    void isAnOpenApiDocumentThatEverybodyMayRead() {
        JsonNode document = aStranger().get(DOCUMENT).json();

        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").size()).isGreaterThan(20);
        int operationsFound = 0;
        for (JsonNode path : document.path("paths").values()) {
            for (JsonNode operation : path.values()) {
                operationsFound++;
                String id = operation.path("operationId").asString();
                assertThat(operation.path("responses").propertyNames()).as(id).contains("401", "403", "429");
                assertThat(operation.path("responses").size()).as(id).isGreaterThan(4);
            }
        }
        assertThat(operationsFound).isEqualTo(operations.all().size());
        assertThat(dangling(document, document)).isEmpty();
    }

    private static List<String> dangling(JsonNode node, JsonNode document) {
        Stream<String> here = node.has("$ref")
                ? Stream.of(node.path("$ref").asString())
                        .filter(ref -> document.at(ref.substring(1)).isMissingNode())
                : Stream.of();
        return Stream.concat(here, node.values().stream().flatMap(each -> dangling(each, document).stream()))
                .toList();
    }

    @Test
    void showsWhatIsReallyAnswered() {
        JsonNode document = aStranger().get(DOCUMENT).json();
        JsonNode contact =
                robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}").json();
        String id = contact.path("id").asString();
        assertShape(document, "Contact", contact);
        JsonNode link = robot.post("/api/v1/magic-links", "{'contact_id': '" + id + "', 'send': true}")
                .json();
        assertShape(document, "MadeMagicLink", link);
        assertShape(document, "MailOrder", link.path("mail"));
        JsonNode links = robot.get("/api/v1/magic-links?contact_id=" + id).json();
        assertShape(document, "MagicLink", links.path("data").get(0));
        JsonNode invited = robot.post("/api/v1/invitations", "{'recipients': [{'email': 'lee@example.com'}]}")
                .json();
        assertShape(document, "Invited", invited);
        assertShape(document, "InvitedRow", invited.path("rows").get(0));
        assertShape(
                document,
                "Invitation",
                robot.get("/api/v1/invitations").json().path("data").get(0));
        JsonNode run = robot.get("/api/v1/runs").json().path("data").get(0);
        assertShape(document, "Run", run);
        assertShape(
                document,
                "RunRecipient",
                robot.get("/api/v1/runs/" + run.path("id").asString() + "/recipients")
                        .json()
                        .path("data")
                        .get(0));
        JsonNode automation = robot.post(
                        "/api/v1/automations",
                        "{'name': 'Tag', 'definition': {'trigger': {'on': 'joined'}, 'steps': [{'do': 'invite'}]}}")
                .json();
        assertShape(document, "Automation", automation);
        String path = "/api/v1/automations/" + automation.path("id").asString();
        robot.post(path + "/publish");
        assertShape(
                document,
                "Entry",
                robot.post(path + "/entries", "{'contact_id': '" + id + "'}").json());
        JsonNode stats = robot.get("/api/v1/stats").json();
        assertShape(document, "Stats", stats);
        assertShape(document, "StatsPoint", stats.path("series").get(0));
        JsonNode entry = robot.get("/api/v1/activity").json().path("data").get(0);
        assertShape(document, "ActivityEntry", entry);
        assertShape(document, "Actor", entry.path("actor"));
        assertShape(
                document,
                "CustomValue",
                robot.get("/api/v1/custom-values").json().path("data").get(0));
        robot.send(
                "PUT",
                "/api/v1/templates/invitation/en",
                "application/json",
                "{\"subject\": \"Hi\", \"body\": \"Hello\", \"button\": \"Join\"}");
        assertShape(
                document,
                "Template",
                robot.get("/api/v1/templates/invitation/en").json());
        assertShape(
                document,
                "FilledText",
                robot.post(
                                "/api/v1/custom-values:render",
                                "{'contact_id': '" + id + "', 'text': '{{portal.magic_link}}'}")
                        .json());
        assertShape(document, "Workspace", robot.get("/api/v1/workspace").json());
    }

    static void assertShape(JsonNode document, String schema, JsonNode answer) {
        assertThat(new Described(document).faults(answer, schema)).as(schema).isEmpty();
    }

    @Test
    void givesExamplesOfWhatItDescribes() {
        JsonNode document = aStranger().get(DOCUMENT).json();
        for (JsonNode path : document.path("paths").values()) {
            for (JsonNode operation : path.values()) {
                contents(operation)
                        .filter(content -> content.has("example"))
                        .forEach(content -> assertThat(new Described(document)
                                        .faults(content.path("example"), content.path("schema"), "example"))
                                .as(operation.path("operationId").asString())
                                .isEmpty());
            }
        }
    }

    private static Stream<JsonNode> contents(JsonNode operation) {
        return Stream.concat(Stream.of(operation.path("requestBody")), operation.path("responses").values().stream())
                .flatMap(each -> each.path("content").values().stream());
    }

    @Test
    void showsANewAutomationAsItIs() {
        JsonNode create = aStranger().get(DOCUMENT).json().at("/paths/~1api~1v1~1automations/post");
        String body =
                create.at("/requestBody/content/application~1json/example").toString();
        JsonNode example = create.at("/responses/201/content/application~1json/example");

        JsonNode made = robot.post("/api/v1/automations", body).json();

        for (String name : List.of("name", "state", "version", "definition", "unpublished", "inside", "finished")) {
            assertThat(made.path(name)).as(name).isEqualTo(example.path(name));
        }
    }

    @Test
    void namesTheWordsThatTheCodeKnows() {
        JsonNode schemas = aStranger().get(DOCUMENT).json().at("/components/schemas");

        assertThat(words(schemas.at("/Contact/properties/state"))).isEqualTo(Words.of(MembershipState.class));
        assertThat(words(schemas.at("/Filter/properties/state"))).contains("ever-joined", "everybody");
        assertThat(words(schemas.at("/Actor/properties/kind")))
                .hasSize(io.portico.activity.Actor.class.getPermittedSubclasses().length);
        assertThat(words(schemas.at("/FactKind"))).isEqualTo(kindsOfTheLog());
    }

    private static List<String> words(JsonNode schema) {
        return schema.path("enum").values().stream().map(JsonNode::asString).toList();
    }

    private static List<String> kindsOfTheLog() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(FactKind.class));
        return scanner.findCandidateComponents("io.portico").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(fact -> !fact.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes"))
                .map(fact -> fact.getAnnotation(FactKind.class).value())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void typesWhatStandsInTheAddress() {
        JsonNode document = aStranger().get(DOCUMENT).json();

        assertThat(schema(document, "/contacts", "limit").path("type").asString())
                .isEqualTo("integer");
        assertThat(words(schema(document, "/contacts", "state"))).isEqualTo(Words.of(PeopleFilter.Group.class));
        assertThat(schema(document, "/stats", "days").path("type").asString()).isEqualTo("integer");
        assertThat(schema(document, "/activity", "since").path("format").asString())
                .isEqualTo("date-time");
        assertThat(schema(document, "/sessions", "contact_id").path("format").asString())
                .isEqualTo("uuid");
        assertThat(schema(document, "/contacts/{contact}", "contact")
                        .path("format")
                        .asString())
                .isEqualTo("uuid");
        assertThat(document.at("/info/description").asString()).contains("Authorization: Bearer");
    }

    private static JsonNode schema(JsonNode document, String path, String parameter) {
        return document.path("paths").path("/api/v1" + path).path("get").path("parameters").values().stream()
                .filter(each -> each.path("name").asString().equals(parameter))
                .findFirst()
                .orElseThrow()
                .path("schema");
    }

    @Test
    void saysWhatComesBackToACallThatIsRepeated() {
        var described = new Described(aStranger().get(DOCUMENT).json());
        String upsert = "/api/v1/contacts:upsert";
        Program once = robot.and("Idempotency-Key", "1");
        String kim = "{'email': 'kim@example.com'}";

        for (Program.Reply reply : List.of(
                once.post(upsert, kim),
                once.post(upsert, kim),
                robot.post(upsert, kim),
                once.post(upsert, "{'email': 'lee@example.com'}"),
                robot.and("Idempotency-Key", "a b").post(upsert, kim),
                robot.and("Accept", "text/html").post(upsert, kim))) {
            described.holds("POST", upsert, reply);
        }
        for (Operation each : operations.all()) {
            if (each.method().equals("POST") && !each.path().endsWith(":import")) {
                JsonNode responses = described.operation("POST", each.path()).path("responses");
                assertThat(responses.toString())
                        .as(each.path())
                        .contains("idempotency_key_reused", "invalid_idempotency_key", "idempotency_key_in_use");
                assertThat(responses.at("/" + each.status() + "/headers").has("Idempotent-Replayed"))
                        .isTrue();
                assertThat(responses.at("/409/headers").has("Retry-After")).isTrue();
            }
        }
    }

    @Test
    void saysHowAnImportIsRefused() {
        var described = new Described(aStranger().get(DOCUMENT).json());
        String path = "/api/v1/contacts:import";
        JsonNode content = described.operation("POST", path).at("/requestBody/content");

        for (String type : List.of("text/csv", "application/x-ndjson")) {
            String example = content.path(type).path("example").asString();
            Program.Reply reply = robot.send("POST", path, type, example);
            described.holds("POST", path, reply);
            assertThat(reply.text().lines().findFirst())
                    .as(type)
                    .hasValueSatisfying(
                            line -> assertThat(line).contains("\"verdict\":\"").doesNotContain("invalid"));
        }
        described.holds("POST", path, robot.send("POST", path, "text/csv", "foo,bar\n1,2\n"));
        described.holds("POST", path, robot.send("POST", path, "text/csv", "email,bar\na@example.com,2\n"));
        described.holds("POST", path, robot.send("POST", path, "text/plain", "x"));
    }

    @Test
    void saysThatACustomValueMayBeDefinedMeanwhile() {
        JsonNode conflict = new Described(aStranger().get(DOCUMENT).json())
                .operation("PUT", "/api/v1/custom-values/{value}")
                .at("/responses/409/content/application~1problem+json/examples");

        assertThat(conflict.propertyNames()).containsExactly("too_many_values", "defined_meanwhile");
    }

    @Test
    void knowsTheParametersThatRoutesTake() {
        Map<String, String> plausible = Map.of("days", "30", "email", "a@example.com", "address", "203.0.113.7");
        for (Operation each : operations.all()) {
            each.query().keySet().forEach(name -> {
                String value = plausible.getOrDefault(name, "x");
                assertThat(each.query().get(name).said())
                        .as(each.path() + " " + name)
                        .isNotBlank();
                String answer = robot.get(each.path().replaceAll("\\{[a-z]+}", RUN) + "?" + name + "=" + value)
                        .text();
                assertThat(answer).as(each.path() + " " + name).doesNotContain("unknown_parameter");
            });
            if (each.method().equals("GET") && !each.path().contains("{")) {
                assertThat(robot.get(each.path() + "?nothing=x").text()).contains("unknown_parameter");
            }
        }
    }

    @Test
    void givesBodiesThatAreTaken() {
        JsonNode document = aStranger().get(DOCUMENT).json();
        for (String path : List.of(
                "/api/v1/contacts",
                "/api/v1/contacts:upsert",
                "/api/v1/magic-links",
                "/api/v1/custom-values:render",
                "/api/v1/invitations",
                "/api/v1/runs")) {
            JsonNode example = document.path("paths")
                    .path(path)
                    .path("post")
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("example");
            Program.Reply reply = robot.post(path, example.toString());
            assertThat(reply.status()).as(path + reply.text()).isIn(200, 201);
        }
    }
}

package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.api.reference.Operation;
import io.portico.api.reference.Operations;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
        JsonNode properties =
                document.path("components").path("schemas").path(schema).path("properties");
        assertThat(new TreeSet<>(answer.propertyNames()))
                .as(schema)
                .isEqualTo(new TreeSet<>(properties.propertyNames()));
        answer.propertyNames()
                .forEach(name -> assertThat(fits(answer.path(name), properties.path(name)))
                        .as(schema + "." + name + " " + answer.path(name))
                        .isTrue());
    }

    private static boolean fits(JsonNode value, JsonNode type) {
        if (type.has("anyOf")) {
            return type.path("anyOf").values().stream().anyMatch(each -> fits(value, each));
        }
        if (type.has("$ref")) {
            return value.isObject();
        }
        return switch (type.path("type").asString()) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    @Test
    void knowsTheParametersThatRoutesTake() {
        Map<String, String> plausible = Map.of("days", "30", "email", "a@example.com", "address", "203.0.113.7");
        for (Operation each : operations.all()) {
            each.query().keySet().forEach(name -> {
                String value = plausible.getOrDefault(name, "x");
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

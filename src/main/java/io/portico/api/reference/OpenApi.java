package io.portico.api.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The API as an OpenAPI 3.1 document. */
@Component
class OpenApi {
    private static final String ABOUT = """
            What operators of a Portico workspace do with contacts, links, invitations, runs, mails' texts, webhooks and
            automations, for programs. A key is made in the console under Settings, API keys; send it in
            `Authorization: Bearer portico_…`. It belongs to one workspace, and each operation says which scope it needs.

            Bodies and answers are JSON; unknown fields and values of another type are refused, never guessed. Refusals
            are problem documents (RFC 9457): decide by `code`. What is refused has changed nothing. Lists come in pages:
            `next` is the `cursor` of the page after, null on the last. Any POST but contacts:import takes an
            `Idempotency-Key`. A key may make 600 requests a minute.""";

    private static final String VERDICTS = """
            {"row":1,"verdict":"created","contact_id":"01980d2e-7b1a-7c3e-9f00-3f6b5a0c1d2e","errors":[]}
            {"done":true,"created":1,"updated":0,"unchanged":0,"duplicate":0,"invalid":0}
            """;
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int NOT_MODIFIED = 304;

    private final Operations operations;
    private final Events events;

    OpenApi(Operations operations, Events events) {
        this.operations = operations;
        this.events = events;
    }

    Map<String, Object> document(String server) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", server)));
        document.put("security", List.of(Map.of("key", List.of())));
        document.put("paths", paths());
        document.put("webhooks", events.webhooks());
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Portico");
        info.put("version", "1");
        info.put("description", ABOUT);
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation each : operations.all()) {
            @SuppressWarnings("unchecked")
            var path = (Map<String, Object>)
                    paths.computeIfAbsent(each.path(), any -> new LinkedHashMap<String, Object>());
            path.put(each.method().toLowerCase(Locale.ROOT), operation(each));
        }
        return paths;
    }

    private Map<String, Object> operation(Operation each) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", each.id());
        operation.put("tags", List.of(each.tag()));
        operation.put("summary", each.summary());
        operation.put("description", (each.text() + " Needs the scope `" + each.scope() + "`.").strip());
        operation.put("parameters", parameters(each));
        if (each.streams()) {
            operation.put("requestBody", Map.of("required", true, "content", rows()));
        }
        each.body().ifPresent(schema -> operation.put("requestBody", body(schema)));
        operation.put("responses", responses(each));
        return operation;
    }

    private static Map<String, Object> rows() {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put(
                "application/x-ndjson",
                text("{\"email\":\"minji@example.com\",\"first_name\":\"Minji\",\"tags\":[\"client\",\"vip\"]}\n"));
        rows.put(
                "text/csv",
                text("email,first_name,tags,custom_fields.plan\nminji@example.com,Minji,\"client, vip\",gold\n"));
        return rows;
    }

    private static Map<String, Object> text(String example) {
        return Map.of("schema", Schemas.type("string"), "example", example);
    }

    private Map<String, Object> body(String schema) {
        return Map.of("required", true, "content", json("application/json", Schemas.ref(schema), example(schema)));
    }

    private Object example(String schema) {
        return operations.example(schema).orElseThrow(() -> new IllegalStateException("no example of " + schema));
    }

    private static Map<String, Object> json(String type, Map<String, Object> schema, Object example) {
        return Map.of(type, Map.of("schema", schema, "example", example));
    }

    private static List<Object> parameters(Operation each) {
        List<Object> parameters = new ArrayList<>();
        each.variables().forEach(name -> parameters.add(parameter(name, "path", named(name), variable(name))));
        each.query()
                .forEach((name, said) ->
                        parameters.add(parameter(name, "query", said.text(), Schemas.type(said.type()))));
        if (each.list().isPresent() && each.paged()) {
            parameters.add(parameter("limit", "query", "how many items a page has", limit()));
            parameters.add(parameter("cursor", "query", "next of the page before", Schemas.type("string")));
        }
        if (each.takesIfMatch()) {
            parameters.add(header("If-Match", "the ETag that was read: 412 when it was changed since"));
        }
        if (isReread(each)) {
            parameters.add(header("If-None-Match", "the ETag that was read: 304 when it is the same"));
        }
        if (each.isRepeatable()) {
            parameters.add(header("Idempotency-Key", "the same answer to a repeated request for 24 hours"));
        }
        return parameters;
    }

    private static boolean isReread(Operation each) {
        return each.tagged() && !each.changes();
    }

    private static Map<String, Object> limit() {
        return Map.of("type", "integer", "minimum", 1, "maximum", MOST, "default", USUAL);
    }

    private static String named(String variable) {
        return switch (variable) {
            case "template" -> "The mail.";
            case "language" -> "Of the texts.";
            case "value" -> "The key of the custom value, such as opening_hours.";
            default -> "The id of the " + variable + ".";
        };
    }

    private static Map<String, Object> variable(String name) {
        return Schemas.type(
                switch (name) {
                    case "template" -> "Template";
                    case "language" -> "Language";
                    case "value" -> "string";
                    default -> "uuid";
                });
    }

    private static Map<String, Object> header(String name, String text) {
        return parameter(name, "header", text, Schemas.type("string"));
    }

    private static Map<String, Object> parameter(String name, String in, String text, Map<String, Object> schema) {
        return Map.of("name", name, "in", in, "required", in.equals("path"), "description", text, "schema", schema);
    }

    private Map<String, Object> responses(Operation each) {
        Map<String, Object> responses = new TreeMap<>();
        each.statuses().forEach(status -> responses.put(String.valueOf(status), success(each)));
        if (isReread(each)) {
            responses.put(
                    String.valueOf(NOT_MODIFIED),
                    Map.of("description", "It is what If-None-Match names.", "headers", Headers.ofSuccess(each)));
        }
        Refusals.of(each)
                .forEach((status, refusals) ->
                        responses.put(String.valueOf(status), Refusals.response(status, refusals)));
        return responses;
    }

    private Map<String, Object> success(Operation each) {
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", each.streams() ? "A verdict per row" : each.summary());
        success.put("headers", Headers.ofSuccess(each));
        if (each.streams()) {
            success.put("content", Map.of("application/x-ndjson", text(VERDICTS)));
        }
        each.shown().ifPresent(schema -> success.put("content", content(each, schema)));
        return success;
    }

    private Map<String, Object> content(Operation each, String schema) {
        Object example = example(each.example().orElse(schema));
        return each.list().isPresent()
                ? json("application/json", page(schema), page(example))
                : json("application/json", Schemas.ref(schema), example);
    }

    private static Map<String, Object> page(String schema) {
        return Map.of(
                "type", "object",
                "required", List.of("data", "next"),
                "properties",
                        Map.of(
                                "data", Map.of("type", "array", "items", Schemas.ref(schema)),
                                "next", Map.of("type", List.of("string", "null"))));
    }

    private static Map<String, Object> page(Object example) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("data", List.of(example));
        page.put("next", null);
        return page;
    }

    private Map<String, Object> components() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        operations.schemas().forEach((name, fields) -> {
            @SuppressWarnings("unchecked")
            var typed = (Map<String, Object>) fields;
            schemas.put(name, Schemas.of(typed, isAnswered(name)));
        });
        schemas.putAll(events.schemas());
        schemas.put("FactKind", Map.of("type", "string", "enum", operations.kinds()));
        schemas.put("Problem", Refusals.schema());
        return Map.of(
                "schemas",
                schemas,
                "headers",
                Headers.all(),
                "securitySchemes",
                Map.of("key", Map.of("type", "http", "scheme", "bearer")));
    }

    private boolean isAnswered(String schema) {
        return operations.all().stream()
                        .noneMatch(each -> each.body().filter(schema::equals).isPresent())
                && !schema.equals("Recipient")
                && !schema.equals("Filter");
    }
}

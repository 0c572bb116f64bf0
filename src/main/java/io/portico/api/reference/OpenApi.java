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
    private static final Map<Integer, String> OF_ALL =
            Map.of(401, "missing_key or invalid_key", 403, "missing_scope", 429, "too_many_requests: see Retry-After");
    private static final Map<Integer, String> OF_CHANGES = Map.of(
            400,
            "invalid_json",
            413,
            "body_too_large",
            415,
            "unsupported_media_type",
            422,
            "invalid_request: see errors");

    private final Operations operations;
    private final Events events;

    OpenApi(Operations operations, Events events) {
        this.operations = operations;
        this.events = events;
    }

    Map<String, Object> document(String server) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Portico",
                        "version",
                        "1",
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", server)));
        document.put("security", List.of(Map.of("key", List.of())));
        document.put("paths", paths());
        document.put("webhooks", events.webhooks());
        document.put("components", components());
        return document;
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
            operation.put(
                    "requestBody",
                    Map.of("required", true, "content", Map.of("application/x-ndjson", text(), "text/csv", text())));
        }
        each.body().ifPresent(schema -> operation.put("requestBody", body(schema)));
        operation.put("responses", responses(each));
        return operation;
    }

    private static Map<String, Object> text() {
        return Map.of("schema", Map.of("type", "string"), "example", "{\"email\":\"minji@example.com\"}");
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
        each.variables().forEach(name -> parameters.add(parameter(name, "path", named(name))));
        each.query().forEach((name, text) -> parameters.add(parameter(name, "query", text)));
        if (each.list().isPresent() && each.paged()) {
            parameters.add(parameter("limit", "query", "1 to 200, usually 50"));
            parameters.add(parameter("cursor", "query", "next of the page before"));
        }
        if (each.errors().containsKey(412)) {
            parameters.add(parameter("If-Match", "header", "the ETag that was read: 412 when it was changed since"));
        }
        if (each.method().equals("POST") && !each.streams()) {
            parameters.add(
                    parameter("Idempotency-Key", "header", "the same answer to a repeated request for 24 hours"));
        }
        return parameters;
    }

    private static String named(String variable) {
        return switch (variable) {
            case "template" -> "The mail, such as invitation or login-email.";
            case "language" -> "en or ko.";
            case "value" -> "The key of the custom value, such as opening_hours.";
            default -> "The id of the " + variable + ".";
        };
    }

    private static Map<String, Object> parameter(String name, String in, String text) {
        return Map.of(
                "name",
                name,
                "in",
                in,
                "required",
                in.equals("path"),
                "description",
                text,
                "schema",
                Map.of("type", "string"));
    }

    private Map<String, Object> responses(Operation each) {
        Map<String, Object> responses = new TreeMap<>();
        responses.put(String.valueOf(each.status()), success(each));
        Map<Integer, String> errors = new TreeMap<>(OF_ALL);
        if (each.changes()) {
            errors.putAll(OF_CHANGES);
        } else {
            errors.put(422, "invalid_request: see errors");
        }
        if (!each.variables().isEmpty()) {
            errors.put(404, "not_found");
        }
        errors.putAll(each.errors());
        errors.forEach((status, text) -> responses.put(String.valueOf(status), problem(status, text)));
        return responses;
    }

    private Map<String, Object> success(Operation each) {
        if (each.streams()) {
            return Map.of("description", "A verdict per row", "content", Map.of("application/x-ndjson", verdict()));
        }
        return each.shown()
                .map(schema -> Map.<String, Object>of(
                        "description",
                        each.summary(),
                        "content",
                        each.list().isPresent()
                                ? json("application/json", page(schema), page(example(schema)))
                                : json("application/json", Schemas.ref(schema), example(schema))))
                .orElseGet(() -> Map.of("description", each.summary()));
    }

    private static Map<String, Object> verdict() {
        return Map.of(
                "schema",
                Map.of("type", "string"),
                "example",
                "{\"row\":1,\"verdict\":\"created\",\"contact_id\":\"…\",\"errors\":[]}");
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

    private static Map<String, Object> problem(int status, String text) {
        String code = text.replaceAll("(?s)[: ].*", "");
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", "…");
        example.put("status", status);
        example.put("code", code);
        example.put("detail", "…");
        return Map.of(
                "description", text, "content", json("application/problem+json", Schemas.ref("Problem"), example));
    }

    private Map<String, Object> components() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        operations.schemas().forEach((name, fields) -> {
            @SuppressWarnings("unchecked")
            var typed = (Map<String, Object>) fields;
            schemas.put(name, Schemas.of(typed, isAnswered(name)));
        });
        schemas.putAll(events.schemas());
        schemas.put("Problem", problemSchema());
        return Map.of("schemas", schemas, "securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer")));
    }

    private boolean isAnswered(String schema) {
        return operations.all().stream()
                        .noneMatch(each -> each.body().filter(schema::equals).isPresent())
                && !schema.equals("Recipient")
                && !schema.equals("Filter");
    }

    private static Map<String, Object> problemSchema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "code", "detail", "pointer")) {
            properties.put(name, Map.of("type", "string"));
        }
        properties.put("status", Map.of("type", "integer"));
        properties.put("errors", Schemas.type("any[]"));
        return Map.of(
                "type", "object", "properties", properties, "required", List.of("title", "status", "code", "detail"));
    }
}

package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.api.Program.Reply;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, for holding answers against what it says of them. */
final class Described {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MAY_BE_THERE = List.of("Retry-After", "WWW-Authenticate", "Idempotent-Replayed");

    private final JsonNode document;

    Described(JsonNode document) {
        this.document = document;
    }

    JsonNode operation(String method, String path) {
        JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
        assertThat(operation.isObject()).as(method + " " + path).isTrue();
        return operation;
    }

    /** Its status, its code, its headers and its body are those that the operation is said to have. */
    void holds(String method, String path, Reply reply) {
        String where = method + " " + path + " " + reply.status() + " " + reply.text();
        JsonNode response = operation(method, path).path("responses").path(String.valueOf(reply.status()));
        assertThat(response.isObject()).as(where).isTrue();
        JsonNode content =
                response.path("content").path(reply.header("Content-Type").replaceAll(";.*", ""));
        if (reply.status() >= 400) {
            assertThat(content.path("examples").propertyNames()).as(where).contains(reply.code());
        }
        if (!reply.header("Content-Type").contains("ndjson") && !reply.text().isEmpty()) {
            assertThat(faults(reply.json(), content.path("schema"), ""))
                    .as(where)
                    .isEmpty();
        }
        JsonNode headers = response.path("headers");
        assertThat(headers.has("ETag"))
                .as(where)
                .isEqualTo(!reply.header("ETag").isEmpty());
        assertThat(headers.has("X-RateLimit-Reset"))
                .as(where)
                .isEqualTo(!reply.header("X-RateLimit-Reset").isEmpty());
        for (String name : MAY_BE_THERE) {
            assertThat(reply.header(name).isEmpty() || headers.has(name))
                    .as(where + " " + name)
                    .isTrue();
        }
    }

    JsonNode schema(String name) {
        JsonNode schema = document.path("components").path("schemas").path(name);
        assertThat(schema.isObject()).as(name).isTrue();
        return schema;
    }

    /** What of a value is not as the schema of this name says. */
    List<String> faults(Object value, String schema) {
        return faults(JSON.valueToTree(value), schema(schema), schema);
    }

    List<String> faults(JsonNode value, JsonNode schema, String at) {
        if (schema.has("$ref")) {
            return faults(value, document.at(schema.path("$ref").asString().substring(1)), at);
        }
        if (schema.has("anyOf")) {
            return schema.path("anyOf").values().stream()
                            .anyMatch(each -> faults(value, each, at).isEmpty())
                    ? List.of()
                    : List.of(at + " is none of what it may be: " + value);
        }
        if (!isOfType(value, schema) || !isOneOf(value, schema) || !hasForm(value, schema)) {
            return List.of(at + " is not " + schema + ": " + value);
        }
        List<String> faults = new ArrayList<>();
        if (value.isArray()) {
            value.values().forEach(each -> faults.addAll(faults(each, schema.path("items"), at + "[]")));
        }
        if (value.isObject() && schema.has("properties")) {
            schema.path("required").values().stream()
                    .filter(name -> !value.has(name.asString()))
                    .forEach(name -> faults.add(at + " lacks " + name));
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                String name = at + "." + each.getKey();
                if (schema.path("properties").has(each.getKey())) {
                    faults.addAll(
                            faults(each.getValue(), schema.path("properties").path(each.getKey()), name));
                } else if (schema.has("additionalProperties")) {
                    faults.add(name + " is not described");
                }
            }
        }
        return faults;
    }

    private static boolean isOfType(JsonNode value, JsonNode schema) {
        if (!schema.has("type")) {
            return true;
        }
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.values().stream().anyMatch(each -> isOfType(value, each.asString()))
                : isOfType(value, type.asString());
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean isOneOf(JsonNode value, JsonNode schema) {
        return !schema.has("enum")
                || schema.path("enum").values().stream()
                        .anyMatch(each -> each.asString().equals(value.asString()));
    }

    private static boolean hasForm(JsonNode value, JsonNode schema) {
        try {
            switch (schema.path("format").asString("")) {
                case "uuid" -> UUID.fromString(value.asString());
                case "date-time" -> OffsetDateTime.parse(value.asString());
                case "date" -> LocalDate.parse(value.asString());
                default -> {}
            }
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }
}

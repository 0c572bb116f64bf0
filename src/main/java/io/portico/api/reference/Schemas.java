package io.portico.api.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the short types of {@code operations.yaml} as JSON Schema. */
final class Schemas {
    private Schemas() {}

    /** @param answered in answers every field is there; in bodies those marked with "!" */
    static Map<String, Object> of(Map<String, Object> fields, boolean answered) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        fields.forEach((name, type) -> {
            String plain = name.replace("!", "");
            properties.put(plain, type(type.toString()));
            if (answered || name.endsWith("!")) {
                required.add(plain);
            }
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Of what may grow: every field is there, and more may come. */
    static Map<String, Object> open(Map<String, Object> fields) {
        Map<String, Object> schema = of(fields, true);
        schema.remove("additionalProperties");
        return schema;
    }

    static Map<String, Object> type(String type) {
        if (type.endsWith("~")) {
            return Map.of("anyOf", List.of(type(type.substring(0, type.length() - 1)), Map.of("type", "null")));
        }
        if (type.endsWith("[]")) {
            return Map.of("type", "array", "items", type(type.substring(0, type.length() - 2)));
        }
        return switch (type) {
            case "string", "integer", "boolean" -> Map.of("type", type);
            case "uuid" -> Map.of("type", "string", "format", "uuid");
            case "time" -> Map.of("type", "string", "format", "date-time");
            case "date" -> Map.of("type", "string", "format", "date");
            case "map" -> Map.of("type", "object", "additionalProperties", Map.of("type", List.of("string", "null")));
            case "any" -> Map.of("type", "object");
            default -> ref(type);
        };
    }

    static Map<String, Object> ref(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }
}

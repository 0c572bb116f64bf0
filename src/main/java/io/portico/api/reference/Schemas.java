package io.portico.api.reference;

import io.portico.dashboard.TrendRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the short types of {@code operations.yaml} as JSON Schema. */
final class Schemas {
    /** Before the words of a choice: how many there are of each. */
    private static final String COUNTS = "counts:";

    private static final List<Integer> DAYS =
            Arrays.stream(TrendRange.values()).map(TrendRange::days).toList();

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
        if (type.startsWith(COUNTS)) {
            return counts(Choices.of(type.substring(COUNTS.length())).orElseThrow());
        }
        return Choices.of(type).map(Schemas::oneOf).orElseGet(() -> plain(type));
    }

    private static Map<String, Object> oneOf(List<String> words) {
        return Map.of("type", "string", "enum", words);
    }

    private static Map<String, Object> counts(List<String> words) {
        Map<String, Object> properties = new LinkedHashMap<>();
        words.forEach(word -> properties.put(word, Map.of("type", "integer")));
        return Map.of("type", "object", "properties", properties, "required", words, "additionalProperties", false);
    }

    private static Map<String, Object> plain(String type) {
        return switch (type) {
            case "string", "integer", "boolean" -> Map.of("type", type);
            case "days" -> Map.of("type", "integer", "enum", DAYS, "default", DAYS.getFirst());
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

package io.portico.api.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What webhooks are told, as the part {@code webhooks} of the OpenAPI document, with a JSON Schema for each payload. */
@Component
class Events {
    private static final String CONTACT = "EventContact";

    private final Operations operations;

    Events(Operations operations) {
        this.operations = operations;
    }

    Map<String, Object> webhooks() {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        operations.events().keySet().forEach(type -> webhooks.put(type, Map.of("post", call(type))));
        return webhooks;
    }

    /** Named as the events are. */
    Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(CONTACT, Schemas.open(operations.eventContact()));
        operations.events().forEach((type, data) -> schemas.put(type, payload(type, Operations.map(data))));
        return schemas;
    }

    private static Map<String, Object> call(String type) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("operationId", type);
        call.put("tags", List.of("Events"));
        call.put("summary", "A webhook is told of " + type);
        call.put("security", List.of());
        call.put(
                "parameters",
                List.of(
                        header("webhook-id", "Names the event; the same at every try."),
                        header("webhook-timestamp", "When this try was made, in seconds since 1970."),
                        header("webhook-signature", "Of Standard Webhooks: v1, and an HMAC-SHA256 in base64.")));
        call.put(
                "requestBody",
                Map.of("required", true, "content", Map.of("application/json", Map.of("schema", Schemas.ref(type)))));
        call.put("responses", Map.of("2XX", Map.of("description", "Taken. Any other answer is tried again.")));
        return call;
    }

    private static Map<String, Object> header(String name, String text) {
        return Map.of(
                "name", name, "in", "header", "required", true, "description", text, "schema", Schemas.type("string"));
    }

    private static Map<String, Object> payload(String type, Map<String, Object> data) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", Map.of("const", type));
        properties.put("timestamp", Schemas.type("time"));
        properties.put("data", Schemas.open(data));
        return Map.of("type", "object", "properties", properties, "required", List.of("type", "timestamp", "data"));
    }
}

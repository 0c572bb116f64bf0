package io.portico.api.reference;

import io.portico.api.reference.Operation.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** What each operation may refuse, and how the document says it. */
final class Refusals {
    private static final List<Refusal> OF_ALL = List.of(
            new Refusal(400, "invalid_parameter", "the address is not percent-encoded UTF-8"),
            new Refusal(401, "missing_key", "there is none in Authorization"),
            new Refusal(401, "invalid_key", "it is mistyped, revoked, expired, or of a workspace that is suspended"),
            new Refusal(403, "missing_scope", "the key may not do this"),
            new Refusal(422, "invalid_request", "see errors"),
            new Refusal(429, "too_many_requests", "see Retry-After"));
    private static final List<Refusal> OF_JSON = List.of(new Refusal(406, "not_acceptable", "answers are JSON"));
    private static final List<Refusal> OF_CHANGES = List.of(
            new Refusal(400, "invalid_json", "the body cannot be read"),
            new Refusal(413, "body_too_large", "it has more than 1 MiB"),
            new Refusal(415, "unsupported_media_type", "a body is application/json"));
    private static final List<Refusal> OF_REPEATABLE = List.of(
            new Refusal(400, "invalid_idempotency_key", "it has 1 to 255 letters, digits and signs, and no spaces"),
            new Refusal(409, "idempotency_key_in_use", "the first request is under way still; see Retry-After"),
            new Refusal(
                    409, "answer_unreadable", "it was done, but its answer was kept under another installation key"),
            new Refusal(422, "idempotency_key_reused", "it came before with another request"));
    private static final Refusal NOT_FOUND = new Refusal(404, "not_found", "this key sees nothing of this id");

    private Refusals() {}

    /** By status, those of its own first. */
    static Map<Integer, List<Refusal>> of(Operation operation) {
        List<Refusal> all = new ArrayList<>(operation.errors());
        all.addAll(OF_ALL);
        if (!operation.streams()) {
            all.addAll(OF_JSON);
        }
        if (operation.changes() && !operation.streams()) {
            all.addAll(OF_CHANGES);
        }
        if (operation.isRepeatable()) {
            all.addAll(OF_REPEATABLE);
        }
        if (!operation.variables().isEmpty()) {
            all.add(NOT_FOUND);
        }
        return all.stream().collect(Collectors.groupingBy(Refusal::status, TreeMap::new, Collectors.toList()));
    }

    static Map<String, Object> response(int status, List<Refusal> refusals) {
        Map<String, Object> examples = new LinkedHashMap<>();
        refusals.forEach(each -> examples.put(each.code(), Map.of("value", example(each))));
        return Map.of(
                "description",
                refusals.stream().map(Refusal::said).collect(Collectors.joining("; ")),
                "headers",
                Headers.ofRefusal(status, refusals),
                "content",
                Map.of("application/problem+json", Map.of("schema", Schemas.ref("Problem"), "examples", examples)));
    }

    private static Map<String, Object> example(Refusal refusal) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", HttpStatus.valueOf(refusal.status()).getReasonPhrase());
        example.put("status", refusal.status());
        example.put("code", refusal.code());
        example.put("detail", "…");
        return example;
    }

    /** RFC 9457, with members of our own. */
    static Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "code", "detail", "pointer", "parameter")) {
            properties.put(name, Schemas.type("string"));
        }
        properties.put("status", Schemas.type("integer"));
        properties.put("contact_id", Schemas.type("uuid"));
        properties.put("errors", Map.of("type", "array", "items", fault()));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of("type", "title", "status", "code", "detail"));
    }

    private static Map<String, Object> fault() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("pointer", described("to what is wrong in the body (RFC 6901); \"\" is all of it"));
        properties.put("parameter", described("of the query, when it is that which is wrong"));
        properties.put("code", Schemas.type("string"));
        properties.put("detail", Schemas.type("string"));
        properties.put(
                "at",
                Map.of(
                        "type",
                        "object",
                        "description",
                        "where in a text, both counted from one",
                        "properties",
                        Map.of("line", Schemas.type("integer"), "column", Schemas.type("integer")),
                        "required",
                        List.of("line", "column")));
        return Map.of("type", "object", "properties", properties, "required", List.of("code", "detail"));
    }

    private static Map<String, Object> described(String text) {
        return Map.of("type", "string", "description", text);
    }
}

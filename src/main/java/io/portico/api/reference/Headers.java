package io.portico.api.reference;

import io.portico.api.reference.Operation.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headers of answers, as parts of the document and as what refers to them. */
final class Headers {
    private static final List<String> OF_LIMITS =
            List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");
    private static final Set<String> WITH_DELAY =
            Set.of("too_many_requests", "idempotency_key_in_use", "too_many_imports");
    private static final int UNAUTHORIZED = 401;

    private Headers() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ETag", header("string", "Of what it is now: for If-Match on a change, and If-None-Match."));
        all.put("X-RateLimit-Limit", header("integer", "How many requests the key may make a minute."));
        all.put("X-RateLimit-Remaining", header("integer", "How many are left."));
        all.put("X-RateLimit-Reset", header("integer", "In how many seconds all are there again."));
        all.put("Retry-After", header("integer", "After how many seconds to ask again."));
        all.put("Idempotent-Replayed", header("string", "true on the answer to a repeated Idempotency-Key."));
        all.put("WWW-Authenticate", header("string", "How to send a key."));
        return all;
    }

    private static Map<String, Object> header(String type, String text) {
        return Map.of("description", text, "schema", Schemas.type(type));
    }

    static Map<String, Object> ofSuccess(Operation operation) {
        Map<String, Object> headers = new LinkedHashMap<>();
        OF_LIMITS.forEach(name -> headers.put(name, ref(name)));
        if (operation.tagged()) {
            headers.put("ETag", ref("ETag"));
        }
        if (operation.isRepeatable()) {
            headers.put("Idempotent-Replayed", ref("Idempotent-Replayed"));
        }
        return headers;
    }

    static Map<String, Object> ofRefusal(int status, List<Refusal> refusals) {
        Map<String, Object> headers = new LinkedHashMap<>();
        if (status == UNAUTHORIZED) {
            headers.put("WWW-Authenticate", ref("WWW-Authenticate"));
            return headers;
        }
        OF_LIMITS.forEach(name -> headers.put(name, ref(name)));
        if (refusals.stream().map(Refusal::code).anyMatch(WITH_DELAY::contains)) {
            headers.put("Retry-After", ref("Retry-After"));
        }
        return headers;
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/headers/" + name);
    }
}

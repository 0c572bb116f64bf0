package io.portico.api.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One route of the API as it is described.
 *
 * @param query the parameters of its own, and what each is
 * @param list the schema of what it lists, on pages unless it is unpaged
 * @param errors by status, beside those that every route has
 */
public record Operation(
        String method,
        String path,
        String id,
        String tag,
        String scope,
        String summary,
        String text,
        Map<String, String> query,
        Optional<String> body,
        int status,
        Optional<String> answer,
        Optional<String> list,
        boolean paged,
        boolean streams,
        Map<Integer, String> errors) {
    /** The schema of what comes back; empty when nothing does. */
    public Optional<String> shown() {
        return answer.or(() -> list);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    List<String> variables() {
        return java.util.regex.Pattern.compile("\\{([a-z]+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

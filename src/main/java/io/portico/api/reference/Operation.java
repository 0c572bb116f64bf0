package io.portico.api.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One route of the API as it is described.
 *
 * @param query the parameters of its own, and what each is
 * @param list the schema of what it lists, on pages unless it is unpaged
 * @param statuses of success, the usual one first
 * @param tagged whether the answer has an ETag
 * @param example the name of what the answer looks like, where that is another than the schema's
 * @param errors beside those that every route has
 */
public record Operation(
        String method,
        String path,
        String id,
        String tag,
        String scope,
        String summary,
        String text,
        Map<String, Parameter> query,
        Optional<String> body,
        List<Integer> statuses,
        Optional<String> answer,
        Optional<String> list,
        boolean paged,
        boolean streams,
        boolean tagged,
        Optional<String> example,
        List<Refusal> errors) {
    /**
     * Something that the query may say.
     *
     * @param type as in {@code operations.yaml}
     * @param text what it is, for people
     */
    public record Parameter(String type, String text) {
        static final String TEXT = "string";

        /** What it is, and which words it may be. */
        public String said() {
            return Choices.of(type)
                    .map(words -> (text + " " + String.join(", ", words)).strip())
                    .orElse(text);
        }
    }

    /** Why the request may be refused. */
    public record Refusal(int status, String code, String text) {
        /** @param said such as {@code not_on: it is a draft or paused} */
        static Refusal of(int status, String said) {
            String[] parts = said.split(": ", 2);
            return new Refusal(status, parts[0], parts.length > 1 ? parts[1] : "");
        }

        public String said() {
            return text.isEmpty() ? code : code + ": " + text;
        }
    }

    /** The schema of what comes back; empty when nothing does. */
    public Optional<String> shown() {
        return answer.or(() -> list);
    }

    /** The status of success, as a rule. */
    public int status() {
        return statuses.getFirst();
    }

    /** Whether a repeated request can be made to do its work once. */
    boolean isRepeatable() {
        return method.equals("POST") && !streams;
    }

    boolean takesIfMatch() {
        return errors.stream().anyMatch(each -> each.status() == 412);
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

package io.portico.api.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the API offers, as {@code api/operations.yaml} says. */
@Component
public class Operations {
    private final Map<String, Object> file;
    private final List<Operation> all;

    Operations() {
        this.file = loaded();
        List<Operation> read = new ArrayList<>();
        for (Object each : (List<?>) file.getOrDefault("operations", List.of())) {
            read.add(operation(map(each)));
        }
        this.all = List.copyOf(read);
    }

    public List<Operation> all() {
        return all;
    }

    /** The kinds of what the activity log says, in alphabetical order. */
    public List<String> kinds() {
        return ((List<?>) file.getOrDefault("kinds", List.of()))
                .stream().map(Object::toString).toList();
    }

    /** By name, each by its fields. */
    Map<String, Object> schemas() {
        return map(file.getOrDefault("schemas", Map.of()));
    }

    /** What webhooks are told: of each type of event the fields of its data. */
    Map<String, Object> events() {
        return map(file.getOrDefault("events", Map.of()));
    }

    Map<String, Object> eventContact() {
        return map(file.getOrDefault("event-contact", Map.of()));
    }

    /** An example of a schema; empty for those that are parts of others. */
    public Optional<Object> example(String schema) {
        return Optional.ofNullable(map(file.getOrDefault("examples", Map.of())).get(schema));
    }

    private static Operation operation(Map<String, Object> said) {
        String[] route = text(said, "route").split(" ", 2);
        return new Operation(
                route[0],
                route[1],
                text(said, "id"),
                text(said, "tag"),
                text(said, "scope"),
                text(said, "summary"),
                said.getOrDefault("text", "").toString(),
                query(map(said.getOrDefault("query", Map.of()))),
                optional(said, "body"),
                Stream.concat(
                                optional(said, "status").or(() -> Optional.of("200")).stream(),
                                optional(said, "also").stream())
                        .map(Integer::valueOf)
                        .toList(),
                optional(said, "answer"),
                optional(said, "list"),
                !said.containsKey("unpaged"),
                said.containsKey("stream"),
                said.containsKey("tagged"),
                optional(said, "example"),
                errors((Map<?, ?>) said.getOrDefault("errors", Map.of())));
    }

    /** Each is said by its text alone, or as {@code [type, text]}. */
    private static Map<String, Operation.Parameter> query(Map<String, Object> said) {
        Map<String, Operation.Parameter> query = new LinkedHashMap<>();
        said.forEach((name, each) -> query.put(
                name,
                each instanceof List<?> typed
                        ? new Operation.Parameter(
                                typed.getFirst().toString(), typed.getLast().toString())
                        : new Operation.Parameter(Operation.Parameter.TEXT, each.toString())));
        return query;
    }

    private static List<Operation.Refusal> errors(Map<?, ?> said) {
        List<Operation.Refusal> errors = new ArrayList<>();
        said.forEach((status, texts) -> (texts instanceof List<?> several ? several : List.of(texts))
                .forEach(text ->
                        errors.add(Operation.Refusal.of(Integer.parseInt(status.toString()), text.toString()))));
        return errors;
    }

    private static String text(Map<String, Object> said, String name) {
        return optional(said, name)
                .orElseThrow(() -> new IllegalStateException("operation without " + name + ": " + said));
    }

    private static Optional<String> optional(Map<String, Object> said, String name) {
        return Optional.ofNullable(said.get(name)).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> loaded() {
        try (InputStream in = new ClassPathResource("api/operations.yaml").getInputStream()) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new IllegalStateException("api/operations.yaml is missing", e);
        }
    }
}

package io.portico.api;

import io.portico.api.Problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a JSON object field by field. Nothing is coerced: a number is no text, and {@code "true"} no truth. What is wrong
 * is gathered with a pointer to it; {@link #end} refuses all of it at once, unknown fields among it.
 *
 * <p>A field that is null counts as one that is not there; {@link #has} tells the difference.
 */
public final class Fields {
    private static final int LONGEST_TIME = 50;
    private static final int MOST_FAULTS = 100;

    private final JsonNode node;
    private final String at;
    private final List<Fault> faults;
    /** All that is said of a body that is no object, in the place of whatever a caller misses in it. */
    private final Optional<Fault> instead;

    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Fields> within = new ArrayList<>();

    private Fields(JsonNode node, String at, List<Fault> faults, Optional<Fault> instead) {
        this.node = node;
        this.at = at;
        this.faults = faults;
        this.instead = instead;
    }

    /** Of a request without a body: as an object without fields, unless one must be given. */
    static Fields absent() {
        return empty(new ArrayList<>(), new Fault("", "missing", "The body is empty. It must be a JSON object."));
    }

    static Fields of(JsonNode body) {
        if (body.isObject()) {
            return new Fields(body, "", new ArrayList<>(), Optional.empty());
        }
        var no = new Fault("", "wrong_type", "The body must be a JSON object.");
        return empty(new ArrayList<>(List.of(no)), no);
    }

    private static Fields empty(List<Fault> faults, Fault instead) {
        return new Fields(JsonNodeFactory.instance.objectNode(), "", faults, Optional.of(instead));
    }

    /** Whether the field is there, be it null. */
    public boolean has(String name) {
        asked.add(name);
        return node.has(name);
    }

    /** @param longest in characters */
    public Optional<String> text(String name, int longest) {
        return value(name).flatMap(value -> textOf(value, pointer(name), longest));
    }

    /** A text that is one of something; what it must be is said when it is not. */
    public <T> Optional<T> parsed(String name, int longest, Function<String, Optional<T>> parse, String needed) {
        return text(name, longest).flatMap(text -> {
            Optional<T> parsed = parse.apply(text);
            if (parsed.isEmpty()) {
                fault(name, "invalid_value", needed);
            }
            return parsed;
        });
    }

    public Optional<Boolean> flag(String name) {
        return value(name).flatMap(value -> {
            if (!value.isBoolean()) {
                fault(name, "wrong_type", "It must be true or false.");
                return Optional.empty();
            }
            return Optional.of(value.asBoolean());
        });
    }

    /** A whole number within the bounds. */
    public Optional<Long> number(String name, long least, long most) {
        return value(name).flatMap(value -> {
            boolean within = value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.asLong() >= least
                    && value.asLong() <= most;
            if (!within) {
                fault(name, "invalid_value", "It must be a whole number from %d to %d.".formatted(least, most));
                return Optional.empty();
            }
            return Optional.of(value.asLong());
        });
    }

    public Optional<Instant> time(String name) {
        return parsed(name, LONGEST_TIME, Query::instant, Query.TIME_FORM);
    }

    /** Texts, at most so many; empty when the field is not there. */
    public List<String> texts(String name, int most, int longest) {
        List<String> texts = new ArrayList<>();
        int n = 0;
        for (JsonNode each : items(name, most)) {
            textOf(each, pointer(name) + "/" + n, longest).ifPresent(texts::add);
            n++;
        }
        return texts;
    }

    /** Objects, at most so many; empty when the field is not there. */
    public List<Fields> objects(String name, int most) {
        List<Fields> objects = new ArrayList<>();
        int n = 0;
        for (JsonNode each : items(name, most)) {
            String place = pointer(name) + "/" + n;
            n++;
            if (each.isObject()) {
                objects.add(child(each, place));
            } else {
                note(new Fault(place, "wrong_type", "It must be an object."));
            }
        }
        return objects;
    }

    /** Whatever it is, for a caller that reads it itself. */
    public Optional<JsonNode> tree(String name) {
        return value(name);
    }

    public Optional<Fields> object(String name) {
        return value(name).flatMap(value -> {
            if (!value.isObject()) {
                fault(name, "wrong_type", "It must be an object.");
                return Optional.empty();
            }
            return Optional.of(child(value, pointer(name)));
        });
    }

    /**
     * All fields of this object as texts; those that are null are empty, whatever their name.
     *
     * @param needed what is said when a name is none
     */
    public Map<String, Optional<String>> all(int most, Predicate<String> isName, String needed, int longest) {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        node.propertyNames().forEach(asked::add);
        if (node.size() > most) {
            note(Fault.tooMany(at, most));
            return all;
        }
        node.propertyNames().forEach(name -> {
            Optional<String> text = text(name, longest);
            if (text.isPresent() && !(isName.test(name) && isPlain(name))) {
                fault(name, "invalid_value", needed);
            } else {
                all.put(name, text);
            }
        });
        return all;
    }

    /** Beyond the most that are told, one says that there are more. */
    private void note(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        } else if (faults.size() == MOST_FAULTS) {
            faults.add(new Fault("", "more", "More is wrong than these %d.".formatted(MOST_FAULTS)));
        }
    }

    /** Says that a field is wrong for a reason of the caller's. */
    public void fault(String name, String code, String detail) {
        note(new Fault(pointer(name), code, detail));
    }

    /** The same of something within a field that the caller reads itself, by the names and indexes that lead there. */
    public void faultWithin(String name, List<String> below, String code, String detail) {
        String rest = below.stream().map(Fields::step).collect(Collectors.joining());
        note(new Fault(pointer(name) + rest, code, detail));
    }

    /** The same of one place in a text. */
    public void fault(String name, String code, String detail, Problem.At at) {
        note(new Fault(pointer(name), code, detail, at));
    }

    /** Says so, unless it is there and wrong, which was said before. */
    public void missing(String name) {
        if (!isFaulty(name)) {
            fault(name, "missing", "It must be given.");
        }
    }

    /** Whether something was wrong in any of these fields, or within them. */
    public boolean isFaulty(String... names) {
        return Arrays.stream(names)
                .map(this::pointer)
                .anyMatch(place -> faults.stream().anyMatch(fault -> fault.isWithin(place)));
    }

    /** Says that the object as a whole is wrong. */
    public void fault(String code, String detail) {
        note(new Fault(at, code, detail));
    }

    /** @throws ApiProblem when anything was wrong, or there are fields that nobody asked for */
    public void end() {
        refuseUnknown();
        if (!faults.isEmpty()) {
            throw new ApiProblem(Problem.badFields(instead.map(List::of).orElse(faults)));
        }
    }

    private void refuseUnknown() {
        node.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .limit(MOST_FAULTS + 1L)
                .forEach(name -> fault(name, "unknown_field", "There is no such field here."));
        within.forEach(Fields::refuseUnknown);
    }

    private Fields child(JsonNode object, String place) {
        var child = new Fields(object, place, faults, Optional.empty());
        within.add(child);
        return child;
    }

    private Optional<JsonNode> value(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private List<JsonNode> items(String name, int most) {
        return value(name)
                .map(value -> {
                    if (!value.isArray()) {
                        fault(name, "wrong_type", "It must be an array.");
                        return List.<JsonNode>of();
                    }
                    if (value.size() > most) {
                        note(Fault.tooMany(pointer(name), most));
                        return List.<JsonNode>of();
                    }
                    return List.copyOf(value.values());
                })
                .orElseGet(List::of);
    }

    private Optional<String> textOf(JsonNode value, String place, int longest) {
        if (!value.isString()) {
            note(new Fault(place, "wrong_type", "It must be a text."));
            return Optional.empty();
        }
        String text = value.asString();
        if (text.length() > longest) {
            note(Fault.tooLong(place, longest));
            return Optional.empty();
        }
        if (!isPlain(text)) {
            note(new Fault(place, "invalid_value", "It holds a character that is none."));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Neither NUL, which PostgreSQL cannot store, nor half of a pair of UTF-16. */
    static boolean isPlain(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    private String pointer(String name) {
        return at + step(name);
    }

    private static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

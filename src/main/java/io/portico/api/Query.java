package io.portico.api;

import io.portico.api.Problem.Fault;
import io.portico.kernel.Labelled;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the query of an address as {@link Fields} reads a body: parameter by parameter, unknown ones refused by name. */
public final class Query {
    static final int MOST = 200;
    static final String TIME_FORM = "It must be a time such as 2026-01-31T09:00:00Z.";
    private static final int USUAL = 50;
    private static final int LONGEST = 500;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final HttpServletRequest request;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Query(HttpServletRequest request) {
        this.request = request;
    }

    public Optional<String> text(String name) {
        asked.add(name);
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.length > 1 || values[0].length() > LONGEST || !Fields.isPlain(values[0])) {
            fault(name, "It can be given once, with at most %d characters.".formatted(LONGEST));
            return Optional.empty();
        }
        return Optional.of(values[0]);
    }

    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> parse, String needed) {
        return text(name).flatMap(text -> {
            Optional<T> parsed = parse.apply(text);
            if (parsed.isEmpty()) {
                fault(name, needed);
            }
            return parsed;
        });
    }

    public Optional<Instant> time(String name) {
        return parsed(name, Query::instant, TIME_FORM);
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How many items a page may have. */
    int limit() {
        return parsed("limit", Query::count, "It must be a whole number from 1 to %d.".formatted(MOST))
                .orElse(USUAL);
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= MOST)
                : Optional.empty();
    }

    /** One of the words of an enum, all of which are said when it is none. */
    public <E extends Enum<E> & Labelled> Optional<E> word(String name, Class<E> type) {
        return parsed(name, word -> Labelled.parse(type, word), Words.oneOf(type));
    }

    public void fault(String name, String detail) {
        faults.add(Fault.ofParameter(name, "invalid_parameter", detail));
    }

    public void missing(String name) {
        faults.add(Fault.ofParameter(name, "missing", "It must be given."));
    }

    /** @throws ApiProblem when anything was wrong, or there are parameters that nobody asked for */
    public void end() {
        request.getParameterMap().keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name ->
                        faults.add(Fault.ofParameter(name, "unknown_parameter", "There is no such parameter here.")));
        if (!faults.isEmpty()) {
            throw new ApiProblem(Problem.badFields(faults));
        }
    }
}

package io.portico.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Why a request was refused, as a problem document (RFC 9457).
 *
 * @param code does not change between versions, so programs may decide by it
 * @param detail for people: what was found, what is needed, what to do
 * @param faults what is wrong with the request, field by field
 * @param more members of this problem's own, such as the id of what stands in the way
 */
public record Problem(HttpStatus status, String code, String detail, List<Fault> faults, Map<String, String> more) {
    /**
     * One thing wrong with a request.
     *
     * @param pointer to the field of the body (RFC 6901), "" for all of it; empty when it is in the address
     * @param parameter of the address's query; empty when it is in the body
     * @param at where in the text of the field; empty when all of it is meant
     */
    public record Fault(
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> pointer,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> parameter,
            String code,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<At> at) {
        public Fault(String pointer, String code, String detail) {
            this(Optional.of(pointer), Optional.empty(), code, detail, Optional.empty());
        }

        Fault(String pointer, String code, String detail, At at) {
            this(Optional.of(pointer), Optional.empty(), code, detail, Optional.of(at));
        }

        static Fault ofParameter(String name, String code, String detail) {
            return new Fault(Optional.empty(), Optional.of(name), code, detail, Optional.empty());
        }

        /** Begins with where it is, unless it is all of the body. */
        private String said() {
            return pointer.or(() -> parameter)
                    .filter(place -> !place.isEmpty())
                    .map(place -> place + ": " + detail)
                    .orElse(detail);
        }

        boolean isWithin(String place) {
            return pointer.filter(each -> each.equals(place) || each.startsWith(place + "/"))
                    .isPresent();
        }

        /** @param most characters that a text may have */
        public static Fault tooLong(String pointer, int most) {
            return new Fault(pointer, "too_long", "It must have at most %d characters.".formatted(most));
        }

        /** @param most items that a list may have */
        public static Fault tooMany(String pointer, int most) {
            return new Fault(pointer, "too_many", "There can be at most %d.".formatted(most));
        }
    }

    /** A place within a text, both counted from one. */
    public record At(int line, int column) {}

    public Problem {
        faults = List.copyOf(faults);
        more = Map.copyOf(more);
    }

    public Problem(HttpStatus status, String code, String detail, List<Fault> faults) {
        this(status, code, detail, faults, Map.of());
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of());
    }

    /** The same for what is not there and for what is another workspace's. */
    public static Problem notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "not_found",
                "There is nothing here that this key may see. Check the address and the id in it.");
    }

    static Problem badFields(List<Fault> faults) {
        String detail = faults.size() == 1
                ? faults.getFirst().said()
                : "%d things are wrong with the request; see errors.".formatted(faults.size());
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", detail, faults);
    }

    /** The first thing that is wrong with the request. */
    Optional<Fault> first() {
        return faults.stream().findFirst();
    }
}

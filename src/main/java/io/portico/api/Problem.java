package io.portico.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Why a request was refused, as a problem document (RFC 9457).
 *
 * @param code does not change between versions, so programs may decide by it
 * @param detail for people: what was found, what is needed, what to do
 * @param faults what is wrong with the request, field by field
 */
public record Problem(HttpStatus status, String code, String detail, List<Fault> faults) {
    /**
     * One thing wrong with a request.
     *
     * @param pointer to the field of the body (RFC 6901), or the name of a query parameter
     * @param at where in the text of the field; empty when all of it is meant
     */
    public record Fault(
            String pointer,
            String code,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<At> at) {
        public Fault(String pointer, String code, String detail) {
            this(pointer, code, detail, Optional.empty());
        }
    }

    /** A place within a text, both counted from one. */
    public record At(int line, int column) {}

    public Problem {
        faults = List.copyOf(faults);
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
                ? faults.getFirst().pointer() + ": " + faults.getFirst().detail()
                : "%d things are wrong with the request; see errors.".formatted(faults.size());
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request", detail, faults);
    }

    /** Where the first fault lies. */
    Optional<String> pointer() {
        return faults.stream().findFirst().map(Fault::pointer);
    }
}

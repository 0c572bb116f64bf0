package io.portico.api;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * What a handler of the API answers.
 *
 * @param tagged of what it gets an {@code ETag}, for {@code If-Match} on a change later; empty for none
 */
public record ApiAnswer(HttpStatus status, Optional<Object> body, Optional<Object> tagged) {
    public static ApiAnswer ok(Object body) {
        return new ApiAnswer(HttpStatus.OK, Optional.of(body), Optional.empty());
    }

    public static ApiAnswer created(Object body) {
        return new ApiAnswer(HttpStatus.CREATED, Optional.of(body), Optional.empty());
    }

    public static ApiAnswer done() {
        return new ApiAnswer(HttpStatus.NO_CONTENT, Optional.empty(), Optional.empty());
    }

    public ApiAnswer withTag() {
        return new ApiAnswer(status, body, body);
    }

    /** The tag is of this alone: what is shown beside it changes by itself. */
    public ApiAnswer withTagOf(Object mark) {
        return new ApiAnswer(status, body, Optional.of(mark));
    }
}

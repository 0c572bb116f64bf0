package io.portico.api;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * What a handler of the API answers.
 *
 * @param tagged whether it gets an {@code ETag}, for {@code If-Match} on a change later
 */
public record ApiAnswer(HttpStatus status, Optional<Object> body, boolean tagged) {
    public static ApiAnswer ok(Object body) {
        return new ApiAnswer(HttpStatus.OK, Optional.of(body), false);
    }

    public static ApiAnswer created(Object body) {
        return new ApiAnswer(HttpStatus.CREATED, Optional.of(body), false);
    }

    public static ApiAnswer done() {
        return new ApiAnswer(HttpStatus.NO_CONTENT, Optional.empty(), false);
    }

    public ApiAnswer withTag() {
        return new ApiAnswer(status, body, true);
    }
}

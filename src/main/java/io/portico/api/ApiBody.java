package io.portico.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** The body of a request, read whole: JSON of at most 1 MiB. */
final class ApiBody {
    static final int MOST_BYTES = 1 << 20;
    private static final Pattern JSON =
            Pattern.compile("(?i)application/(?:merge-patch\\+)?json(?:\\s*;\\s*charset=\"?utf-8\"?)?");

    private ApiBody() {}

    /** @throws ApiProblem when it is too large, or something else than JSON */
    static byte[] of(HttpServletRequest request) throws IOException {
        return of(request, MOST_BYTES);
    }

    /** {@link #of(HttpServletRequest)}, of at most so many bytes. */
    static byte[] of(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.isEmpty() && !JSON.matcher(type.strip()).matches()) {
            throw new ApiProblem(ApiProblems.ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        if (body.length > 0 && type.isEmpty()) {
            throw new ApiProblem(ApiProblems.ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        return body;
    }

    private static ApiProblem tooLarge(int most) {
        return new ApiProblem(
                Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body_too_large",
                        "A body has at most %d KiB here.".formatted(most / 1024)),
                Optional.empty());
    }
}

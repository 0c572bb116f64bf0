package io.portico.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes problem documents. */
@Component
class ProblemWriter {
    static final String TYPE = "application/problem+json";
    private static final String CHALLENGE = "Bearer realm=\"portico\"";

    private final ApiJson json;

    ProblemWriter(ApiJson json) {
        this.json = json;
    }

    void write(ApiProblem problem, HttpServletResponse response) throws IOException {
        write(problem.problem(), problem.retryAfter(), response);
    }

    void write(Problem problem, Optional<Duration> retryAfter, HttpServletResponse response) throws IOException {
        byte[] body = json.write(document(problem));
        response.resetBuffer();
        response.setStatus(problem.status().value());
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        retryAfter.ifPresent(
                delay -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.toSeconds() + 1)));
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> document(Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", problem.status().getReasonPhrase());
        document.put("status", problem.status().value());
        document.put("code", problem.code());
        document.put("detail", problem.detail());
        document.putAll(problem.more());
        problem.first().ifPresent(fault -> {
            fault.pointer().ifPresent(pointer -> document.put("pointer", pointer));
            fault.parameter().ifPresent(parameter -> document.put("parameter", parameter));
        });
        if (!problem.faults().isEmpty()) {
            document.put("errors", problem.faults());
        }
        return document;
    }
}

package io.portico.api;

import io.portico.limits.TooManyKnocks;
import io.portico.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns the exceptions of the API's requests into problem documents, before anybody makes a page of them. */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final ProblemWriter writer;

    ApiProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Null, for others to resolve, when it is no request of the API or an answer has begun. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!ApiPaths.isApi(request) || response.isCommitted()) {
            return null;
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        try {
            writer.write(problemOf(failure, request), response);
        } catch (IOException gone) {
            LOG.debug("nobody was left to be told of a problem", gone);
        }
        return new ModelAndView();
    }

    private static ApiProblem problemOf(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case ApiProblem problem -> problem;
            case NotFound no -> ApiProblem.notFound();
            case InvalidParameterException no ->
                ApiProblem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid_parameter",
                        "A parameter of the address cannot be read: it must be UTF-8, percent-encoded.");
            case TooManyKnocks no -> new ApiProblem(tooMany(), Optional.of(no.delay()));
            case ErrorResponse known ->
                new ApiProblem(ofStatus(HttpStatus.valueOf(known.getStatusCode().value())));
            default -> unexpected(failure, request);
        };
    }

    static Problem tooMany() {
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_requests",
                "There were too many requests. Come again when Retry-After has passed.");
    }

    /** Of what the framework refused before a handler was entered. */
    static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        status,
                        "method_not_allowed",
                        "This address does not know the method. See Allow for those it does.");
            case NOT_ACCEPTABLE -> Problem.of(status, "not_acceptable", "The API answers in application/json only.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "unsupported_media_type", "The body must be application/json.");
            case TOO_MANY_REQUESTS -> tooMany();
            default ->
                status.is4xxClientError()
                        ? Problem.of(status, "bad_request", "The request cannot be understood.")
                        : Problem.of(
                                status,
                                "internal_error",
                                "Something went wrong on our side, and nothing was changed. It is in the log of the server.");
        };
    }

    private static ApiProblem unexpected(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("{} {} was given up by the client", request.getMethod(), request.getRequestURI());
        } else {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        return new ApiProblem(ofStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }
}

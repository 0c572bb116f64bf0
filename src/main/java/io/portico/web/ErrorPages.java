package io.portico.web;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.PasswordsBusy;
import io.portico.contacts.UnknownContact;
import io.portico.limits.TooManyKnocks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns exceptions into pages, once for all controllers. */
@ControllerAdvice
class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Templates templates;
    private final Visits visits;

    ErrorPages(Templates templates, Visits visits) {
        this.templates = templates;
        this.visits = visits;
    }

    @ExceptionHandler({NotFound.class, UnknownContact.class})
    Answer notFound(HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.NOT_FOUND, request, response);
    }

    /** On its portal a plain page; to its operators, that they send nothing for now. */
    @ExceptionHandler
    Answer suspended(Suspended no, HttpServletRequest request, HttpServletResponse response) {
        return Site.isPortal(request)
                ? page(HttpStatus.SERVICE_UNAVAILABLE, "error.closed", request, response)
                : page(HttpStatus.FORBIDDEN, "error.suspended", request, response);
    }

    @ExceptionHandler
    Answer moved(MovedConsole elsewhere) {
        return Answer.seeOther(elsewhere.address());
    }

    @ExceptionHandler
    Answer secondStep(NeedsSecondStep no) {
        return Answer.seeOther("/account/second-step");
    }

    @ExceptionHandler
    Answer notPermitted(NotPermitted no, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.FORBIDDEN, request, response);
    }

    /** Text in an address or a form that is no text, such as a lone {@code %FF}. */
    @ExceptionHandler
    Answer unreadable(InvalidParameterException no, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.BAD_REQUEST, request, response);
    }

    @ExceptionHandler
    Answer tooManyKnocks(TooManyKnocks no, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(no.delay().toSeconds() + 1));
        Frame frame = frame(request, response);
        String text = frame.t("limits.try-again", frame.texts().after(no.delay()));
        return Answer.page(
                HttpStatus.TOO_MANY_REQUESTS,
                templates.layoutError(new ErrorPage(frame, frame.t("error.too-many"), text)));
    }

    @ExceptionHandler
    Answer busy(PasswordsBusy no, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return page(HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }

    /** @throws Exception the failure itself when an answer has begun: the server then breaks it off, unfinished */
    @ExceptionHandler
    Answer anything(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof ErrorResponse known) {
            return page(HttpStatus.valueOf(known.getStatusCode().value()), request, response);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("{} {} was given up by the client", request.getMethod(), pathOf(request));
            throw failure;
        }
        LOG.error("{} {} failed", request.getMethod(), pathOf(request), failure);
        if (response.isCommitted()) {
            throw failure;
        }
        return page(HttpStatus.INTERNAL_SERVER_ERROR, request, response);
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().replaceAll("^/(in|set-up|join|reset-password)/.*", "/$1/…");
    }

    /** A form without the token that the browser's cookie asks for: from elsewhere, or from a page long open. */
    Answer staleForm(HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.FORBIDDEN, "error.stale", request, response);
    }

    Answer page(HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        String key = switch (status) {
            case NOT_FOUND -> "error.not-found";
            case FORBIDDEN -> "error.forbidden";
            case TOO_MANY_REQUESTS -> "error.too-many";
            case CONTENT_TOO_LARGE -> "error.too-large";
            case SERVICE_UNAVAILABLE -> "error.busy";
            default -> status.is4xxClientError() ? "error.request" : "error.server";
        };
        return page(status, key, request, response);
    }

    private Answer page(HttpStatus status, String key, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = frame(request, response);
        boolean leadsHome = status != HttpStatus.SERVICE_UNAVAILABLE;
        var page = new ErrorPage(frame, frame.t(key), frame.t(key + ".text"), leadsHome);
        return Answer.page(status, templates.layoutError(page));
    }

    private Frame frame(HttpServletRequest request, HttpServletResponse response) {
        return switch (Site.of(request)) {
            case Site.Console console -> visits.stranger(request, response);
            case Site.Portal portal -> visits.portal(portal.workspace(), request, response);
            case Site.Moved moved -> visits.portal(moved.workspace(), request, response);
        };
    }
}

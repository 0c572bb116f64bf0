package io.portico.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers every request on a host from which a portal has moved, before any page is looked for and any link is spent.
 * What is only read goes on to the canonical host at once, with path and query (307). A form is not sent on: its cookies
 * are the old host's, and browsers let no form of a portal leave for another host. It gets a page that leads to the
 * same path there, where the form can be filled in again; nothing was done.
 */
@Component
class MovedHosts {
    private final Templates templates;
    private final Visits visits;
    private final AnswerWriter answers;

    MovedHosts(Templates templates, Visits visits, AnswerWriter answers) {
        this.templates = templates;
        this.visits = visits;
        this.answers = answers;
    }

    /** Not a bean: the server would put it before every chain. */
    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException {
                if (Site.of(request) instanceof Site.Moved moved) {
                    answer(moved, request, response);
                } else {
                    throw new IllegalStateException("nothing has moved from " + request.getServerName());
                }
            }
        };
    }

    private void answer(Site.Moved moved, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String there = moved.canonical() + here(request);
        if (moved.atOnce() && isRead(request)) {
            response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, there);
            return;
        }
        var page = new MovedPage(
                visits.portal(moved.workspace(), request, response),
                there,
                moved.canonical().getAuthority());
        answers.write(Answer.page(templates.layoutMoved(page)), request, response);
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static String here(HttpServletRequest request) {
        return request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse("");
    }
}

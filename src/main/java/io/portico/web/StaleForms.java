package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers a form without a valid CSRF token, before any controller sees it, with a page of the site's own. */
@Component
class StaleForms implements AccessDeniedHandler {
    private final ErrorPages pages;
    private final AnswerWriter answers;

    StaleForms(ErrorPages pages, AnswerWriter answers) {
        this.pages = pages;
        this.answers = answers;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        answers.write(pages.staleForm(request, response), request, response);
    }
}

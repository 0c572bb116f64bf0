package io.portico.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.kernel.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The page for when the database cannot be reached, and so nobody can tell whose portal this is: 503, without a name or a
 * look, and it loads nothing more.
 */
@Component
class NamelessPage {
    private final Templates templates;
    private final Languages languages;

    NamelessPage(Templates templates, Languages languages) {
        this.templates = templates;
        this.languages = languages;
    }

    Answer answer(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        return Answer.page(HttpStatus.SERVICE_UNAVAILABLE, page(request));
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(page(request).render());
    }

    private JteModel page(HttpServletRequest request) {
        Language language =
                languages.chosen(request).or(() -> languages.accepted(request)).orElse(Language.EN);
        return templates.layoutNameless(languages.texts(language, ZoneOffset.UTC));
    }
}

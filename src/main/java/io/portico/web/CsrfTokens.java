package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;

/** CSRF tokens by double submit: a cookie and a form field that must agree. Costs nothing durable for strangers. */
final class CsrfTokens {
    static final String PARAMETER = "_csrf";
    static final String HEADER = "X-CSRF-Token";

    private CsrfTokens() {}

    static CookieCsrfTokenRepository repository(boolean secure) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(secure ? "__Host-portico_csrf" : "portico_csrf");
        repository.setParameterName(PARAMETER);
        repository.setHeaderName(HEADER);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
        return repository;
    }

    /** The token for this visit's forms. */
    static String current(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    static void forget(boolean secure, HttpServletRequest request, HttpServletResponse response) {
        repository(secure).saveToken(null, request, response);
    }
}

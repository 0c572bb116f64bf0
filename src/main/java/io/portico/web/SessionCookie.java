package io.portico.web;

import io.portico.access.Lifetime;
import io.portico.kernel.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that carries a session's secret, made by {@link Cookies}; where they are {@code Secure}, it is named
 * {@code __Host-}.
 */
@Component
public class SessionCookie {
    private static final String NAME = "portico_session";
    /** No session lives longer; which one is live is never decided by its cookie. */
    private static final Duration LONGEST = Lifetime.SESSION_ABSOLUTE.longest();

    private final Cookies cookies;

    SessionCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name()))
                .map(Cookie::getValue)
                .flatMap(Secret::parse);
    }

    /** Signs this browser in; the CSRF token of before is dropped with it. */
    public void set(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookies.make(name(), secret.reveal(), LONGEST));
        Doorkeeper.letIn(request);
        CsrfTokens.forget(cookies.areSecure(), request, response);
    }

    /** Another secret for the session that goes on; the forms of its pages stay good. */
    void renew(Secret secret, HttpServletResponse response) {
        response.addCookie(cookies.make(name(), secret.reveal(), LONGEST));
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookies.make(name(), "", Duration.ZERO));
        CsrfTokens.forget(cookies.areSecure(), request, response);
    }

    private String name() {
        return cookies.areSecure() ? "__Host-" + NAME : NAME;
    }
}

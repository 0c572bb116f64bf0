package io.portico.web;

import io.portico.access.Lifetime;
import io.portico.installation.Installation;
import io.portico.kernel.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that carries a session's secret: host-only, HttpOnly, SameSite=Lax. Whether it is {@code Secure} and named
 * {@code __Host-} is decided by the installation's public address, as TLS may end at a proxy before Portico.
 */
@Component
public class SessionCookie {
    private static final String NAME = "portico_session";
    /** No session lives longer; which one is live is never decided by its cookie. */
    private static final Duration LONGEST = Lifetime.SESSION_ABSOLUTE.longest();

    private final boolean https;

    SessionCookie(Installation installation) {
        this.https = installation.consoleUrl().getScheme().equals("https");
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name()))
                .map(Cookie::getValue)
                .flatMap(Secret::parse);
    }

    /** Signs this browser in; the CSRF token of before is dropped with it. */
    public void set(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(secret.reveal(), (int) LONGEST.toSeconds()));
        CsrfTokens.forget(https, request, response);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie("", 0));
        CsrfTokens.forget(https, request, response);
    }

    private String name() {
        return https ? "__Host-" + NAME : NAME;
    }

    private Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}

package io.portico.web;

import io.portico.kernel.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that carries a session's secret: host-only, HttpOnly, SameSite=Lax, and {@code __Host-} on https. */
@Component
public class SessionCookie {
    private static final String NAME = "portico_session";
    private static final Duration LONGEST = Duration.ofDays(90);

    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(Cookie::getValue)
                .flatMap(Secret::parse);
    }

    /** Signs this browser in; the CSRF token of before is dropped with it. */
    public void set(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(secret.reveal(), (int) LONGEST.toSeconds(), request));
        CsrfTokens.forget(request, response);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie("", 0, request));
        CsrfTokens.forget(request, response);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private static Cookie cookie(String value, int seconds, HttpServletRequest request) {
        var cookie = new Cookie(name(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}

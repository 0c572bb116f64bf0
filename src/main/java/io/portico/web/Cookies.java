package io.portico.web;

import io.portico.installation.Installation;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Makes cookies: host-only, HttpOnly, SameSite=Lax. Whether they are {@code Secure} is decided by the installation's
 * public address, as TLS may end at a proxy before Portico.
 */
@Component
public class Cookies {
    private final boolean https;

    Cookies(Installation installation) {
        this.https = installation.consoleUrl().getScheme().equals("https");
    }

    /** Whether browsers take cookies named {@code __Host-}. */
    boolean areSecure() {
        return https;
    }

    /** @param age zero takes the cookie away */
    public Cookie make(String name, String value, Duration age) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        cookie.setMaxAge((int) age.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}

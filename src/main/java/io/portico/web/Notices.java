package io.portico.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a {@link Notice} over one redirect in a cookie of a minute. What is in it is shown as text and trusted for
 * nothing.
 */
@Component
class Notices {
    private static final String COOKIE = "portico_notice";
    private static final int LONGEST = 3000;

    private final JsonMapper json;
    private final Cookies cookies;

    Notices(JsonMapper json, Cookies cookies) {
        this.json = json;
        this.cookies = cookies;
    }

    void keep(Notice notice, HttpServletResponse response) {
        byte[] bytes = json.writeValueAsString(notice).getBytes(StandardCharsets.UTF_8);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (text.length() <= LONGEST) {
            response.addCookie(cookies.make(COOKIE, text, Duration.ofMinutes(1)));
        }
    }

    /** The notice to show now; it is shown once. */
    Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || request.getHeader("HX-Request") != null) {
            return Optional.empty();
        }
        response.addCookie(cookies.make(COOKIE, "", Duration.ZERO));
        return read(cookie.getValue());
    }

    private Optional<Notice> read(String text) {
        try {
            return Optional.of(json.readValue(Base64.getUrlDecoder().decode(text), Notice.class));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}

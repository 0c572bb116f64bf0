package io.portico.web;

import io.portico.installation.ApplicationKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a {@link Notice} over one redirect in a cookie of a minute, signed for the host it was set on: a neighbour
 * under the same base domain can put a cookie into the browser, but no words into the page.
 */
@Component
class Notices {
    private static final String COOKIE = "portico_notice";
    private static final int LONGEST = 3000;

    private final JsonMapper json;
    private final ApplicationKey key;
    private final Cookies cookies;

    Notices(JsonMapper json, ApplicationKey key, Cookies cookies) {
        this.json = json;
        this.key = key;
        this.cookies = cookies;
    }

    void keep(Notice notice, HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = json.writeValueAsString(notice).getBytes(StandardCharsets.UTF_8);
        String text = encoded(bytes) + "." + encoded(signature(bytes, request));
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
        return read(cookie.getValue(), request);
    }

    private Optional<Notice> read(String text, HttpServletRequest request) {
        String[] parts = text.split("\\.", 2);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[0]);
            byte[] signature = Base64.getUrlDecoder().decode(parts.length == 2 ? parts[1] : "");
            return MessageDigest.isEqual(signature, signature(bytes, request))
                    ? Optional.of(json.readValue(bytes, Notice.class))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] notice, HttpServletRequest request) {
        return key.hmac("notice", request.getServerName().getBytes(StandardCharsets.UTF_8), notice);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

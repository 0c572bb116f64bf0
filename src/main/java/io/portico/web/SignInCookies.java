package io.portico.web;

import io.portico.access.PasskeyOptions;
import io.portico.kernel.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What binds the steps of an operator's sign-in to one browser: the secret of somebody half way in, and the challenge
 * that a passkey is to answer. Neither is a session.
 */
@Component
public class SignInCookies {
    private static final String HALF_WAY = "portico_half_way";
    private static final String CHALLENGE = "portico_challenge";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cookies cookies;

    SignInCookies(Cookies cookies) {
        this.cookies = cookies;
    }

    public Optional<Secret> halfWay(HttpServletRequest request) {
        return read(HALF_WAY, request).flatMap(Secret::parse);
    }

    public void keep(Secret halfWay, HttpServletResponse response) {
        response.addCookie(cookie(HALF_WAY, halfWay.reveal(), LONGEST));
    }

    /** Empty text when the browser brings none. */
    public String challenge(HttpServletRequest request) {
        return read(CHALLENGE, request).orElse("");
    }

    /** Gives the browser its options, and keeps with it what its answer is checked against. */
    public PasskeyOptions keep(PasskeyOptions.Ceremony ceremony, HttpServletResponse response) {
        response.addCookie(cookie(CHALLENGE, ceremony.kept(), LONGEST));
        return ceremony.options();
    }

    public void forget(HttpServletResponse response) {
        response.addCookie(cookie(HALF_WAY, "", Duration.ZERO));
        response.addCookie(cookie(CHALLENGE, "", Duration.ZERO));
    }

    private Optional<String> read(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, full(name))).map(Cookie::getValue);
    }

    private String full(String name) {
        return cookies.areSecure() ? "__Host-" + name : name;
    }

    private Cookie cookie(String name, String value, Duration age) {
        Cookie cookie = cookies.make(full(name), value, age);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}

package io.portico.web;

import io.portico.kernel.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Finds the language for somebody who has not signed in, and makes {@link Texts}. */
@Component
public class Languages {
    private static final String COOKIE = "portico_language";

    private final Messages messages;
    private final Clock clock;
    private final Cookies cookies;

    Languages(Messages messages, Clock clock, Cookies cookies) {
        this.messages = messages;
        this.clock = clock;
        this.cookies = cookies;
    }

    public Texts texts(Language language, ZoneId zone) {
        return new Texts(messages, language, zone, clock);
    }

    /** The language chosen in this browser before. */
    public Optional<Language> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue).flatMap(Language::parse);
    }

    /** The first language the browser asks for that Portico speaks. */
    public Optional<Language> accepted(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::toLanguageTag)
                .flatMap(tag -> Language.parse(tag).stream())
                .findFirst();
    }

    /** Remembers the choice in this browser for a year. */
    public void remember(Language language, HttpServletResponse response) {
        response.addCookie(cookies.make(COOKIE, language.tag(), Duration.ofDays(365)));
    }
}

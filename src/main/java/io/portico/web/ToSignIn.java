package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends somebody without a session to the sign-in page, which brings them back to the page they asked for. */
class ToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, "/sign-in" + next(request));
    }

    private static String next(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return Optional.of(request.getRequestURI() + query)
                .filter(asked -> HttpMethod.GET.matches(request.getMethod()) && !asked.equals("/"))
                .flatMap(ReturnPath::parse)
                .map(asked ->
                        (Site.isPortal(request) ? "?to=" : "?next=") + URLEncoder.encode(asked, StandardCharsets.UTF_8))
                .orElse("");
    }
}

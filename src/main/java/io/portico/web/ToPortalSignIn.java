package io.portico.web;

import io.portico.access.LinkTarget;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends strangers to a portal's sign-in page, with the page they were on their way to. */
class ToPortalSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/sign-in" + onTheWayTo(request));
    }

    private static String onTheWayTo(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "";
        }
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        return LinkTarget.parse(request.getRequestURI() + query)
                .filter(target -> !target.equals(LinkTarget.HOME))
                .map(target -> "?to=" + URLEncoder.encode(target.path(), StandardCharsets.UTF_8))
                .orElse("");
    }
}

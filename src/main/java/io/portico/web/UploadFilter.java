package io.portico.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes files from operators with a session and on the pages for it alone. Elsewhere a multipart body is refused unread
 * (415) and the connection closed, so that no stranger fills the disk.
 */
class UploadFilter extends OncePerRequestFilter {
    private static final Pattern TAKES_FILES =
            Pattern.compile("/w/[^/]+/(?:people/import|settings/brand/(?:logo|icon))");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request) && !isAllowed(request)) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    private static boolean isAllowed(HttpServletRequest request) {
        return Site.isConsole(request)
                && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn
                && TAKES_FILES.matcher(request.getRequestURI()).matches();
    }
}

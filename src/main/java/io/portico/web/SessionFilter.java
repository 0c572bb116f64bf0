package io.portico.web;

import io.portico.access.ContactSessions;
import io.portico.access.OperatorSessions;
import io.portico.kernel.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the session in the cookie, anew at every request. */
class SessionFilter extends OncePerRequestFilter {
    private final SessionCookie cookie;
    private final OperatorSessions operators;
    private final ContactSessions contacts;

    SessionFilter(SessionCookie cookie, OperatorSessions operators, ContactSessions contacts) {
        this.cookie = cookie;
        this.operators = operators;
        this.contacts = contacts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        cookie.read(request)
                .flatMap(secret -> signedIn(request, secret))
                .ifPresent(who -> SecurityContextHolder.setContext(new SecurityContextImpl(who)));
        chain.doFilter(request, response);
    }

    private Optional<Authentication> signedIn(HttpServletRequest request, Secret secret) {
        return switch (Site.of(request)) {
            case Site.Console console ->
                (isAskedByPage(request) ? operators.findUnnoted(secret) : operators.find(secret))
                        .map(SignedIn.OperatorSignedIn::new);
            case Site.Portal portal ->
                contacts.find(portal.workspace().id(), secret).map(SignedIn.ContactSignedIn::new);
            case Site.Moved moved -> Optional.empty();
        };
    }

    /** Pages that keep themselves up to date ask under {@code …/live}. */
    private static boolean isAskedByPage(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/live");
    }
}

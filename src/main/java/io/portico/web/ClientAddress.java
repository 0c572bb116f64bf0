package io.portico.web;

import io.portico.installation.TrustedProxies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides, before anything else looks at a request, whose it is: the direct peer's, or, when that is a configured proxy,
 * the client's it speaks for. Whatever comes later sees the answer as the request's own address, host and scheme, and
 * never sees a forwarded header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class ClientAddress extends OncePerRequestFilter {
    private final TrustedProxies proxies;

    ClientAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(resolved(request), response);
    }

    HttpServletRequest resolved(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        return proxies.include(peer)
                ? ResolvedRequest.behindProxies(request, ForwardedHeaders.of(request), proxies)
                : ResolvedRequest.direct(request);
    }

    /** A page for an error is of the same client. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}

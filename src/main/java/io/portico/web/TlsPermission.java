package io.portico.web;

import io.portico.domains.Certificates;
import io.portico.installation.HostSettings;
import io.portico.kernel.IpAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers Caddy, which asks for each unknown host whether it may get a certificate for it ({@code on_demand_tls ask}):
 * 200 yes, 403 no. Before every other filter, so no tenant's limit and no database stands in its way.
 *
 * <p>At {@code /tls/ask} it answers only a direct peer on this machine that calls it by a name of this machine and
 * speaks for nobody else; a stranger's request that a proxy on this machine passes on has another host, and forwarded
 * headers. A Caddy elsewhere asks at {@code /tls/ask/SECRET}. For all others there is no such page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TlsPermission extends OncePerRequestFilter {
    private static final String PATH = "/tls/ask";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Certificates certificates;
    private final Optional<byte[]> secretPath;

    TlsPermission(Certificates certificates, HostSettings settings) {
        this.certificates = certificates;
        this.secretPath = settings.askSecret().map(secret -> bytes(PATH + "/" + secret));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith(PATH) || !mayAsk(request)) {
            chain.doFilter(request, response);
            return;
        }
        String host = Optional.ofNullable(request.getParameter("domain")).orElse("");
        boolean yes = certificates.mayBeIssuedFor(host);
        response.setStatus(yes ? HttpServletResponse.SC_OK : HttpServletResponse.SC_FORBIDDEN);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(yes ? "yes\n" : "no\n");
    }

    private boolean mayAsk(HttpServletRequest request) {
        boolean isGet = request.getMethod().equals("GET");
        return isGet && (secretPath.isPresent() && isSecretPath(request) || isFromThisMachine(request));
    }

    private boolean isSecretPath(HttpServletRequest request) {
        return MessageDigest.isEqual(secretPath.orElseThrow(), bytes(request.getRequestURI()));
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH)
                && IpAddress.parse(request.getRemoteAddr())
                        .filter(peer -> peer.value().isLoopbackAddress())
                        .isPresent()
                && LOOPBACK.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && ForwardedHeaders.NAMES.stream().allMatch(name -> request.getHeader(name) == null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

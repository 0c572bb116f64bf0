package io.portico.web;

import io.portico.domains.PortalAddresses;
import io.portico.domains.PortalSite;
import io.portico.installation.Installation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides by the host alone whether a request is for the console or for a workspace's portal. Any other host gets a
 * plain 404 that tells nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SiteFilter extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> LOOK = Set.of("/brand.css", "/icon.svg", "/favicon.ico");

    private final Installation installation;
    private final PortalAddresses portals;

    SiteFilter(Installation installation, PortalAddresses portals) {
        this.installation = installation;
        this.portals = portals;
    }

    /** Errors that the server met before any filter, as with an odd method, need a site for their page as well. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(Site.ATTRIBUTE) != null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Site> site = hostOf(request).flatMap(host -> siteOf(host, request));
        if (site.isEmpty() && !request.getRequestURI().equals("/healthz")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().write("Not found\n");
            return;
        }
        request.setAttribute(Site.ATTRIBUTE, site.orElseGet(Site.Console::new));
        chain.doFilter(request, response);
    }

    /** A request that names no host is not asked which of the server's own names it may have meant. */
    private static Optional<String> hostOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Host"))
                .map(host -> request.getServerName().toLowerCase(Locale.ROOT));
    }

    private Optional<Site> siteOf(String host, HttpServletRequest request) {
        if (isConsole(host)) {
            return Optional.of(new Site.Console());
        }
        return portals.siteAt(host).map(site -> switch (site) {
            case PortalSite.Here(var workspace) -> new Site.Portal(workspace);
            case PortalSite.Elsewhere(var workspace, var canonical) ->
                isPartOfTheLook(request) ? new Site.Portal(workspace) : new Site.Moved(workspace, canonical, true);
            case PortalSite.Left(var workspace, var canonical) ->
                isPartOfTheLook(request) ? new Site.Portal(workspace) : new Site.Moved(workspace, canonical, false);
        });
    }

    /** Style and icon are found on every host of a portal, for the page that says where it has moved to. */
    static boolean isPartOfTheLook(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/brand/") || LOOK.contains(path);
    }

    /** On a machine of one's own the console also answers to the loopback's other names. */
    private boolean isConsole(String host) {
        String own = installation.consoleUrl().getHost();
        return host.equals(own) || (LOOPBACK.contains(own) && LOOPBACK.contains(host));
    }
}

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
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides by the host alone whether a request is for the console or for a workspace's portal. Any other host gets a
 * plain 404 that tells nothing; while the database cannot be reached, a portal says that it cannot answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SiteFilter extends OncePerRequestFilter {
    private static final Set<String> LOOK = Set.of("/brand.css", "/icon.svg", "/favicon.ico");

    private static final Logger LOG = LoggerFactory.getLogger(SiteFilter.class);

    private final Installation installation;
    private final Function<String, Optional<PortalSite>> portals;
    private final NamelessPage nameless;

    @Autowired
    SiteFilter(Installation installation, PortalAddresses portals, NamelessPage nameless) {
        this(installation, portals::siteAt, nameless);
    }

    SiteFilter(Installation installation, Function<String, Optional<PortalSite>> portals, NamelessPage nameless) {
        this.installation = installation;
        this.portals = portals;
        this.nameless = nameless;
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
        Optional<Site> site;
        try {
            site = hostOf(request).flatMap(host -> siteOf(host, request));
        } catch (TransactionException | DataAccessException e) {
            LOG.error("Cannot tell whose portal a host is", e);
            nameless.write(request, response);
            return;
        }
        if (site.isEmpty() && !request.getRequestURI().equals("/healthz")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().write("Not found\n");
            return;
        }
        request.setAttribute(Site.ATTRIBUTE, site.orElseGet(Site.Console::new));
        chain.doFilter(request, response);
    }

    /**
     * The host in lower case, without a port. A request that names none is not asked which of the server's own names it
     * may have meant.
     */
    static Optional<String> hostOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Host"))
                .map(host -> request.getServerName().toLowerCase(Locale.ROOT));
    }

    private Optional<Site> siteOf(String host, HttpServletRequest request) {
        if (installation.isConsole(host)) {
            return Optional.of(new Site.Console());
        }
        return portals.apply(host).map(site -> switch (site) {
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
}

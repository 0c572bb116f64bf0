package io.portico.web;

import io.portico.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** What a host name leads to. */
public sealed interface Site {
    String ATTRIBUTE = Site.class.getName();

    record Console() implements Site {}

    record Portal(Workspace workspace) implements Site {}

    /**
     * A host of a portal that is found at another one.
     *
     * @param atOnce whether pages send on without a word
     */
    record Moved(Workspace workspace, URI canonical, boolean atOnce) implements Site {}

    /** @throws IllegalStateException when the request did not pass {@link SiteFilter} */
    static Site of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Site site) {
            return site;
        }
        throw new IllegalStateException("no site was decided for " + request.getRequestURI());
    }

    /** @throws IllegalStateException when the request is for no portal */
    static Workspace portalOf(HttpServletRequest request) {
        if (of(request) instanceof Portal(Workspace workspace)) {
            return workspace;
        }
        throw new IllegalStateException("not a portal: " + request.getServerName());
    }

    static boolean isConsole(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Console;
    }

    static boolean isPortal(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Portal;
    }

    static boolean isMoved(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Moved;
    }
}

package io.portico.web;

import io.portico.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;

/** What was asked for is found under the workspace's new sub-domain: an old bookmark, or a page that was long open. */
class MovedConsole extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "/w/";

    private final String address;

    private MovedConsole(String address) {
        super("moved to " + address);
        this.address = address;
    }

    static MovedConsole to(Workspace workspace, HttpServletRequest request) {
        String path = request.getRequestURI();
        int rest = path.indexOf('/', PREFIX.length());
        String query = request.getQueryString();
        return new MovedConsole(PREFIX
                + workspace.slug()
                + (rest < 0 ? "" : path.substring(rest))
                + (query == null ? "" : "?" + query));
    }

    /** With path and query, on this host. */
    String address() {
        return address;
    }
}

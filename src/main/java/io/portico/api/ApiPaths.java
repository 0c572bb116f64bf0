package io.portico.api;

import io.portico.web.Site;
import jakarta.servlet.http.HttpServletRequest;

/** Which addresses are the API's. */
final class ApiPaths {
    static final String ROOT = "/api/";
    /** The secret addresses of automations. */
    static final String CALLS = "/api/automations/";

    static final String DOCUMENT = "/api/v1/openapi.json";
    static final String IMPORT = "/api/v1/contacts:import";

    private ApiPaths() {}

    static boolean isApi(HttpServletRequest request) {
        return Site.isConsole(request) && request.getRequestURI().startsWith(ROOT);
    }
}

package io.portico.portal;

import io.portico.web.PageModel;
import io.portico.web.PortalVisit;

/** What the app shows without a connection. */
public record OfflinePage(PortalVisit frame) implements PageModel {}

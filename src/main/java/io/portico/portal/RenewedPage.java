package io.portico.portal;

import io.portico.web.PageModel;
import io.portico.web.PortalVisit;

/** Says where a new link is on its way to, in part. */
public record RenewedPage(PortalVisit frame, String mailbox) implements PageModel {}

package io.portico.console.domains;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.net.URI;

/** Where a workspace's portal is found. */
public record PortalAddressPage(ConsoleVisit visit, String url) implements PageModel {
    static PortalAddressPage of(ConsoleVisit visit, URI url) {
        return new PortalAddressPage(visit, url.toString());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

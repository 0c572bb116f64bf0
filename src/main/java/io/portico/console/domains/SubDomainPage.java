package io.portico.console.domains;

import io.portico.installation.Installation;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;

/**
 * A workspace's sub-domain, to be changed.
 *
 * @param before what stands before the sub-domain in the address, and {@code after} what follows it
 */
public record SubDomainPage(ConsoleVisit visit, String before, String after, SubDomainVerdict verdict)
        implements PageModel {
    private static final String PLACE = "your-name";

    static SubDomainPage of(ConsoleVisit visit, Installation installation, SubDomainVerdict verdict) {
        String address = installation.portal(PLACE).toString();
        int at = address.indexOf(PLACE);
        return new SubDomainPage(visit, address.substring(0, at), address.substring(at + PLACE.length()), verdict);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

package io.portico.console.domains;

import io.portico.domains.PortalHost;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.List;

/**
 * Where a workspace's portal is found, and where it could be.
 *
 * @param subDomain the host of the sub-domain
 */
public record PortalAddressPage(
        ConsoleVisit visit,
        String url,
        String subDomain,
        boolean onSubDomain,
        SubDomainHealth health,
        List<PortalHost> hosts,
        Field host)
        implements PageModel {
    public PortalAddressPage {
        hosts = List.copyOf(hosts);
    }

    static PortalAddressPage of(
            ConsoleVisit visit,
            PortalPlaces places,
            SubDomainHealth health,
            List<PortalHost> hosts,
            String typed,
            FormErrors errors) {
        return new PortalAddressPage(
                visit,
                places.canonical().toString(),
                places.subDomain().getHost(),
                places.canonical().equals(places.subDomain()),
                health,
                hosts,
                Field.text("host", visit.t("domains.host"), typed, errors)
                        .hint(visit.t("domains.host.hint"))
                        .needed());
    }

    public String pathOf(PortalHost each) {
        return visit.at("/settings/portal-address/hosts/" + each.host());
    }

    public boolean isCanonical(PortalHost each) {
        return !onSubDomain && each.chosen();
    }

    public String toneOf(PortalHost each) {
        return HostTone.of(each);
    }

    /** What was found of it at the last look. */
    public List<HealthMark> marksOf(PortalHost each) {
        return each.check()
                .filter(found -> each.state().isHeld())
                .map(found -> HealthMark.of(texts(), found.look()))
                .orElse(List.of());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}

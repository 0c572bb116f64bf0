package io.portico.console.domains;

import io.portico.domains.HostLook;
import io.portico.web.ConsoleVisit;
import java.util.List;
import java.util.Optional;

/**
 * How the sub-domain is; a part of the page that looks by itself when nobody did lately.
 *
 * @param toLook whether there is something to look at and nobody did
 */
public record SubDomainHealth(ConsoleVisit visit, List<HealthMark> marks, boolean toLook) {
    static SubDomainHealth of(ConsoleVisit visit, Optional<HostLook> look, boolean canBe) {
        return new SubDomainHealth(
                visit, look.map(seen -> HealthMark.of(visit.texts(), seen)).orElse(List.of()), canBe && look.isEmpty());
    }

    public String lookAt() {
        return visit.at("/settings/portal-address/sub-domain-health");
    }
}

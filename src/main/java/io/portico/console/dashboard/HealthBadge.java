package io.portico.console.dashboard;

import io.portico.console.dashboard.PortalLink.PortalHealth;
import io.portico.domains.HostLook;
import io.portico.web.ConsoleVisit;
import java.util.Optional;

/** How the portal is, in a word; while nobody looked, a part of the page that does so by itself. */
public record HealthBadge(ConsoleVisit visit, PortalHealth health) {
    static HealthBadge of(ConsoleVisit visit, Optional<HostLook> look, boolean canBe) {
        return new HealthBadge(
                visit, look.map(PortalHealth::of).orElse(canBe ? PortalHealth.LOOKING : PortalHealth.THIS_MACHINE));
    }

    public boolean toLook() {
        return health == PortalHealth.LOOKING;
    }

    public String lookAt() {
        return visit.at("/portal-health");
    }
}

package io.portico.console.dashboard;

import io.portico.domains.HostLook;
import io.portico.web.ConsoleVisit;
import io.portico.web.QrCode;
import java.net.URI;
import java.util.Optional;

/** The portal URL as the dashboard shows it, and how it is. */
public record PortalLink(String url, HealthBadge health, QrCode qr) {
    /** @param canBe whether there is anything to look at */
    static PortalLink of(ConsoleVisit visit, URI address, Optional<HostLook> look, boolean canBe) {
        return new PortalLink(address.toString(), HealthBadge.of(visit, look, canBe), QrCode.of(address.toString()));
    }
}

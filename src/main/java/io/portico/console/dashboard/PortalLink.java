package io.portico.console.dashboard;

import io.portico.domains.PortalHost;
import io.portico.kernel.Labelled;
import io.portico.web.QrCode;
import java.net.URI;
import java.util.Optional;

/** The portal URL as the dashboard shows it, and what is known of its health. */
public record PortalLink(String url, PortalHealth health, QrCode qr) {
    /** What is known about whether the portal can be reached: no more than was looked at. */
    public enum PortalHealth implements Labelled {
        /** A sub-domain of localhost needs neither DNS nor TLS, and is there for this machine alone. */
        THIS_MACHINE,
        /** Nobody asked DNS, and Portico does not know who ends TLS. */
        NOT_CHECKED,
        /** A host of the workspace's own, whose records were found at the last look. */
        DNS_FOUND,
        /** They were not found at the last look; after some more links fall back to the sub-domain. */
        DNS_DOUBTFUL
    }

    /** @param host the workspace's own, when the address is not the sub-domain's */
    static PortalLink of(URI address, Optional<PortalHost> host) {
        PortalHealth health = host.map(own -> own.failures() == 0 ? PortalHealth.DNS_FOUND : PortalHealth.DNS_DOUBTFUL)
                .orElseGet(() -> ofSubDomain(address));
        return new PortalLink(address.toString(), health, QrCode.of(address.toString()));
    }

    private static PortalHealth ofSubDomain(URI address) {
        return address.getHost().endsWith(".localhost") ? PortalHealth.THIS_MACHINE : PortalHealth.NOT_CHECKED;
    }

    /** The state badge's word. */
    public String badge() {
        return switch (health) {
            case THIS_MACHINE, DNS_FOUND -> "ok";
            case DNS_DOUBTFUL -> "stopped";
            case NOT_CHECKED -> "none";
        };
    }
}

package io.portico.console.dashboard;

import io.portico.kernel.Labelled;
import io.portico.web.QrCode;
import java.net.URI;

/** The portal URL as the dashboard shows it, and what is known of its health. */
public record PortalLink(String url, PortalHealth health, QrCode qr) {
    /** What is known about whether the portal can be reached: no more than was looked at. */
    public enum PortalHealth implements Labelled {
        /** A sub-domain of localhost needs neither DNS nor TLS, and is there for this machine alone. */
        THIS_MACHINE,
        /** Nobody asked DNS, and Portico does not know who ends TLS. */
        NOT_CHECKED
    }

    static PortalLink of(URI address) {
        boolean local = address.getHost().endsWith(".localhost");
        return new PortalLink(
                address.toString(),
                local ? PortalHealth.THIS_MACHINE : PortalHealth.NOT_CHECKED,
                QrCode.of(address.toString()));
    }

    /** The state badge's word. */
    public String badge() {
        return switch (health) {
            case THIS_MACHINE -> "ok";
            case NOT_CHECKED -> "none";
        };
    }
}

package io.portico.console.dashboard;

import io.portico.domains.HostLook;
import io.portico.domains.tls.TlsCheck;
import io.portico.kernel.Labelled;
import io.portico.web.ConsoleVisit;
import io.portico.web.QrCode;
import java.net.URI;
import java.util.Optional;

/** The portal URL as the dashboard shows it, and how it is. */
public record PortalLink(String url, HealthBadge health, QrCode qr) {
    /** What is known about whether clients reach the portal: no more than was looked at. */
    public enum PortalHealth implements Labelled {
        /** A sub-domain of localhost needs neither DNS nor TLS, and is there for this machine alone. */
        THIS_MACHINE,
        /** Nobody looked yet. */
        LOOKING,
        IN_ORDER,
        /** Without TLS, or where this machine could not connect to itself. */
        DNS_FOUND,
        /** The certificate runs out within days: nobody renewed it. */
        TLS_RUNS_OUT,
        /** The certificate is of an authority that this machine does not know. */
        TLS_UNTRUSTED,
        /** Browsers warn, or there is no certificate at all. */
        TLS_BROKEN,
        /** It does not lead here. Of a host of the workspace's own links fall back to the sub-domain after some looks. */
        DNS_DOUBTFUL;

        static PortalHealth of(HostLook look) {
            return look.address().isFound() ? look.tls().map(PortalHealth::of).orElse(DNS_FOUND) : DNS_DOUBTFUL;
        }

        private static PortalHealth of(TlsCheck shown) {
            return switch (shown.state()) {
                case VALID -> IN_ORDER;
                case EXPIRES_SOON -> TLS_RUNS_OUT;
                case UNTRUSTED -> TLS_UNTRUSTED;
                case UNREACHABLE -> DNS_FOUND;
                case EXPIRED, WRONG_NAME, REFUSED -> TLS_BROKEN;
            };
        }

        /** How its sign is coloured. */
        public String tone() {
            return switch (this) {
                case THIS_MACHINE, IN_ORDER, DNS_FOUND -> "good";
                case LOOKING -> "wait";
                case TLS_RUNS_OUT, TLS_UNTRUSTED, DNS_DOUBTFUL -> "warning";
                case TLS_BROKEN -> "danger";
            };
        }
    }

    /** @param canBe whether there is anything to look at */
    static PortalLink of(ConsoleVisit visit, URI address, Optional<HostLook> look, boolean canBe) {
        return new PortalLink(address.toString(), HealthBadge.of(visit, look, canBe), QrCode.of(address.toString()));
    }
}

package io.portico.console.domains;

import io.portico.domains.PortalHost;

/** How the state of a host is coloured. */
final class HostTone {
    private HostTone() {}

    static String of(PortalHost host) {
        return switch (host.state()) {
            case CLAIMED -> "wait";
            case VERIFIED -> host.failures() == 0 ? "good" : "warning";
            case FAILING -> "danger";
            case REMOVED -> "none";
        };
    }
}

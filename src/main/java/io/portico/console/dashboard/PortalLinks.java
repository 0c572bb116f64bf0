package io.portico.console.dashboard;

import io.portico.domains.HostState;
import io.portico.domains.PortalAddresses;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.web.ConsoleVisit;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The portal URL as the dashboard shows it, with what is known of its host, and what is wrong with chosen hosts. */
@Component
class PortalLinks {
    private final PortalAddresses addresses;
    private final PortalHosts hosts;

    PortalLinks(PortalAddresses addresses, PortalHosts hosts) {
        this.addresses = addresses;
        this.hosts = hosts;
    }

    PortalLink of(ConsoleVisit visit) {
        URI address = addresses.of(visit.workspace());
        return PortalLink.of(
                address, chosen(visit).filter(host -> host.host().value().equals(address.getHost())));
    }

    List<String> warnings(ConsoleVisit visit) {
        return chosen(visit).filter(host -> host.state() == HostState.FAILING).stream()
                .map(host -> visit.t(
                        "dashboard.warning.host-failing",
                        host.host().shown(),
                        host.failingSince().map(visit.texts()::time).orElse(""),
                        addresses.of(visit.workspace()).getHost()))
                .toList();
    }

    private Optional<PortalHost> chosen(ConsoleVisit visit) {
        return hosts.of(visit.workspaceId()).stream().filter(PortalHost::chosen).findFirst();
    }
}

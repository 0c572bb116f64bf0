package io.portico.console.dashboard;

import io.portico.domains.HostCheck;
import io.portico.domains.HostLook;
import io.portico.domains.HostState;
import io.portico.domains.PortalAddresses;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.domains.SubDomainLooks;
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
    private final SubDomainLooks looks;

    PortalLinks(PortalAddresses addresses, PortalHosts hosts, SubDomainLooks looks) {
        this.addresses = addresses;
        this.hosts = hosts;
        this.looks = looks;
    }

    PortalLink of(ConsoleVisit visit) {
        URI address = addresses.of(visit.workspace());
        Optional<PortalHost> own = ownAt(visit, address);
        return own.isPresent()
                ? PortalLink.of(visit, address, lookAt(own.get()), false)
                : PortalLink.of(visit, address, looks.latest(visit.workspace()), looks.canBe(visit.workspace()));
    }

    /** Looks now where that is needed: takes seconds. */
    HealthBadge look(ConsoleVisit visit) {
        Optional<PortalHost> own = ownAt(visit, addresses.of(visit.workspace()));
        return HealthBadge.of(visit, own.isPresent() ? lookAt(own.get()) : looks.look(visit.workspace()), false);
    }

    /** The workspace's own host that links lead to. */
    private Optional<PortalHost> ownAt(ConsoleVisit visit, URI address) {
        return chosen(visit).filter(host -> host.host().value().equals(address.getHost()));
    }

    private static Optional<HostLook> lookAt(PortalHost host) {
        return host.check().map(HostCheck::look);
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

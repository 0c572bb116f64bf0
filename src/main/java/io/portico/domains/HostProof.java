package io.portico.domains;

import io.portico.domains.dns.Dns;
import io.portico.domains.dns.DnsAnswer;
import io.portico.domains.tls.TlsHandshakes;
import io.portico.installation.HostSettings;
import io.portico.kernel.IpAddress;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks whether a host leads to this installation and carries a claim's token. It leads here when an alias (CNAME) does,
 * over at most {@value #HOPS} of them; or, where a domain's top can have no alias, when each of its addresses is one of
 * the installation's.
 */
@Component
class HostProof {
    private static final int HOPS = 8;
    private static final String HIDDEN = "•••";

    private final Dns dns;
    private final TlsHandshakes tls;
    private final HostSettings settings;
    private final Clock clock;

    HostProof(Dns dns, TlsHandshakes tls, HostSettings settings, Clock clock) {
        this.dns = dns;
        this.tls = tls;
        this.settings = settings;
        this.clock = clock;
    }

    /** The name of the text record beside the host, which may have an alias and then nothing else. */
    static String tokenName(HostName host) {
        return "_portico." + host;
    }

    /** Asks DNS, and looks at the certificate of a host that is the workspace's. Takes seconds: never within a transaction. */
    HostCheck of(PortalHost host) {
        HostCheck found = ofRecords(host.host(), host.token());
        return host.state().isHeld() && found.isProved()
                ? new HostCheck(
                        found.address(), found.token(), tls.with(host.host().value()), found.at())
                : found;
    }

    /** Asks DNS alone. */
    HostCheck ofRecords(HostName host, ClaimToken token) {
        RecordCheck address = address(host.value());
        RecordCheck text = RecordCheck.of(
                dns.texts(tokenName(host)),
                found -> found.stream().anyMatch(each -> each.strip().equals(token.record())));
        return new HostCheck(address, text, Optional.empty(), clock.instant());
    }

    RecordCheck address(String host) {
        Set<String> seen = new HashSet<>();
        String name = host;
        while (seen.add(name) && seen.size() <= HOPS) {
            DnsAnswer alias = dns.alias(name);
            if (alias.values().isEmpty()) {
                return seen.size() == 1 && !(alias instanceof DnsAnswer.NoRecord)
                        ? RecordCheck.of(alias, found -> false)
                        : addresses(host, name);
            }
            name = alias.values().getFirst();
            if (name.equals(settings.target())) {
                return new RecordCheck(RecordState.FOUND, List.of(name));
            }
        }
        return new RecordCheck(RecordState.LOOP, List.copyOf(seen));
    }

    private RecordCheck addresses(String host, String end) {
        DnsAnswer found = dns.addresses(end);
        if (!found.values().isEmpty() && ownAddresses().containsAll(found.values())) {
            return new RecordCheck(RecordState.FOUND, found.values());
        }
        return end.equals(host)
                ? withoutPrivate(RecordCheck.of(found, values -> false))
                : new RecordCheck(RecordState.OTHER, List.of(end));
    }

    /** Our resolver may know names that are not for all; where they lead is nothing to show to a tenant. */
    private static RecordCheck withoutPrivate(RecordCheck check) {
        return new RecordCheck(
                check.state(),
                check.found().stream()
                        .map(each -> IpAddress.parse(each)
                                        .filter(IpAddress::isPublic)
                                        .isPresent()
                                ? each
                                : HIDDEN)
                        .toList());
    }

    /** Where the installation itself is found. */
    List<String> ownAddresses() {
        return dns.addresses(settings.target()).values();
    }
}

package io.portico.webhooks.calls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a name and lets nothing through that may not be called. The client connects to the very
 * addresses that this answers and asks nobody else, so a name cannot lead elsewhere between check and connection.
 */
record GuardedNames(NameLookup lookup, Predicate<InetAddress> admitted) implements DnsResolver {
    /** The name leads where calls may not go. */
    static final class NotAdmitted extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotAdmitted(String host) {
            super(host);
        }
    }

    /** One address that may not be called is enough: a name of the public web has none. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> found = lookup.addresses(host);
        if (!found.stream().allMatch(admitted)) {
            throw new NotAdmitted(host);
        }
        return found.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

package io.portico.webhooks.calls;

import io.portico.installation.AddressRanges;
import io.portico.installation.PermittedTargets;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.springframework.stereotype.Component;

/**
 * Which addresses calls may go to: public ones, and what the host permits beside them. Special ranges are those of IANA's
 * registries (RFC 6890), and where clouds keep what only their machines should see.
 */
@Component
class AddressGuard {
    private static final AddressRanges SPECIAL_V4 =
            AddressRanges.parse("0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8,"
                    + "169.254.0.0/16, 172.16.0.0/12, 192.0.0.0/24, 192.0.2.0/24, 192.88.99.0/24, 192.168.0.0/16, 198.18.0.0/15,"
                    + "198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/4, 240.0.0.0/4, 168.63.129.16");

    /** All else is no address of the public Internet, or holds an IPv4 address inside. */
    private static final AddressRanges GLOBAL_V6 = AddressRanges.parse("2000::/3");

    private static final AddressRanges SPECIAL_V6 =
            AddressRanges.parse("2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20");

    private final PermittedTargets permitted;

    AddressGuard(PermittedTargets permitted) {
        this.permitted = permitted;
    }

    /** Whether a call with TLS may go there. */
    boolean admits(InetAddress address) {
        return isPublic(address) || permits(address);
    }

    /** Whether the host has named it: then a call may go there without TLS, too. */
    boolean permits(InetAddress address) {
        return permitted.include(written(address));
    }

    /** The JVM reads an IPv4 address in IPv6 clothes ({@code ::ffff:10.0.0.1}) as that IPv4 address. */
    private static boolean isPublic(InetAddress address) {
        String written = written(address);
        return address instanceof Inet6Address
                ? GLOBAL_V6.include(written) && !SPECIAL_V6.include(written)
                : !SPECIAL_V4.include(written);
    }

    private static String written(InetAddress address) {
        String written = address.getHostAddress();
        int zone = written.indexOf('%');
        return zone < 0 ? written : written.substring(0, zone);
    }
}

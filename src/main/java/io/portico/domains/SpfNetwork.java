package io.portico.domains;

import io.portico.kernel.IpAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of an {@code ip4} or {@code ip6} mechanism (RFC 7208, 5.6), such as {@code ip4:192.0.2.0/24}. */
record SpfNetwork(IpAddress address, int prefix) {
    private static final Pattern TERM = Pattern.compile("ip([46]):([0-9a-f.:]+)(?:/(\\d{1,3}))?");

    /** Empty for another mechanism, and for one that is none: receivers take that for an error, and nothing matches. */
    static Optional<SpfNetwork> parse(String term) {
        Matcher parts = TERM.matcher(term);
        return parts.matches()
                ? IpAddress.parse(parts.group(2))
                        .filter(address -> bits(address) == (parts.group(1).equals("4") ? 32 : 128))
                        .map(address -> new SpfNetwork(
                                address, parts.group(3) == null ? bits(address) : Integer.parseInt(parts.group(3))))
                        .filter(network -> network.prefix <= bits(network.address))
                : Optional.empty();
    }

    private static int bits(IpAddress address) {
        return address.value().getAddress().length * 8;
    }

    /** Whether all of the other's addresses are among these. */
    boolean covers(SpfNetwork other) {
        byte[] own = address.value().getAddress();
        byte[] others = other.address.value().getAddress();
        return own.length == others.length && prefix <= other.prefix && sameBits(own, others);
    }

    private boolean sameBits(byte[] own, byte[] others) {
        for (int bit = 0; bit < prefix; bit++) {
            if (((own[bit / 8] ^ others[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}

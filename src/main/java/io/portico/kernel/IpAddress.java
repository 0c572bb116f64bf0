package io.portico.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address written out; never a name, so reading one asks no DNS. An IPv4 address that comes in IPv6
 * clothes ({@code ::ffff:192.0.2.7}) is that IPv4 address.
 */
public record IpAddress(InetAddress value) {
    private static final Pattern DECIMAL =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int NETWORK_BYTES = 8;

    /** Four decimal numbers, or the text of RFC 4291; a zone behind {@code %} is dropped. */
    public static Optional<IpAddress> parse(String text) {
        String plain = text.contains(":") ? text.replaceFirst("%.*", "") : text;
        boolean wellFormed = plain.contains(":")
                ? HEXADECIMAL.matcher(plain).matches()
                : DECIMAL.matcher(plain).matches();
        try {
            return wellFormed ? Optional.of(new IpAddress(InetAddress.ofLiteral(plain))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What one subscriber has: an IPv4 address itself, of an IPv6 address the first 64 bits, since whoever has one
     * address of such a network has them all.
     */
    public String network() {
        if (!(value instanceof Inet6Address)) {
            return toString();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(value.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
        return new IpAddress(addressOf(network)) + "/64";
    }

    /** Whether it may be anybody's on the internet: not of a machine, a link or a private network. */
    public boolean isPublic() {
        byte[] bytes = value.getAddress();
        boolean ofCarrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return !(value.isLoopbackAddress()
                || value.isAnyLocalAddress()
                || value.isLinkLocalAddress()
                || value.isSiteLocalAddress()
                || value.isMulticastAddress()
                || ofCarrier
                || uniqueLocal);
    }

    private static InetAddress addressOf(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("not the length of an address: " + bytes.length, e);
        }
    }

    /** Such as {@code 192.0.2.7} or {@code 2001:db8:0:0:0:0:0:1}. */
    @Override
    public String toString() {
        return value.getHostAddress();
    }
}

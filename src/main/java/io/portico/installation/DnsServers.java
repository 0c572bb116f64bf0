package io.portico.installation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 10.0.0.2, 127.0.0.1:5353, [2001:db8::1]:53}: addresses and never names, which would need DNS to be found. */
final class DnsServers {
    private static final int PORT = 53;
    private static final Pattern SERVER = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+))(?::(\\d{1,5}))?");

    private DnsServers() {}

    /** @throws IllegalArgumentException when it is no such list */
    static List<InetSocketAddress> parse(String text) {
        return Arrays.stream(text.split(",", -1)).map(DnsServers::server).toList();
    }

    private static InetSocketAddress server(String text) {
        Matcher found = SERVER.matcher(text.strip());
        if (!found.matches()) {
            throw new IllegalArgumentException("not an address with a port: " + text);
        }
        int port = found.group(3) == null ? PORT : Integer.parseInt(found.group(3));
        try {
            String address = found.group(1) == null ? found.group(2) : found.group(1);
            return new InetSocketAddress(InetAddress.ofLiteral(address), port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address with a port: " + text, e);
        }
    }
}

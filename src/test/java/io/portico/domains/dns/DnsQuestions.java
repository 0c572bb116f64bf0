package io.portico.domains.dns;

import io.portico.installation.HostSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Asks name servers on the loopback. */
public final class DnsQuestions {
    private DnsQuestions() {}

    public static Dns to(int... ports) {
        List<InetSocketAddress> servers = java.util.Arrays.stream(ports)
                .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
        return new Dns(new HostSettings(servers, "localhost", Optional.empty(), Optional.empty()));
    }

    public static List<String> texts(int port, String name) {
        return to(port).texts(name).values();
    }
}

package io.portico.installation;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the host said about names of workspaces that lead to this installation.
 *
 * @param resolvers the DNS servers to ask, in this order; the system's when empty
 * @param target the name that workspaces' own hosts point to
 * @param spf the mechanism of SPF (RFC 7208) that lets the mail server send, as {@code include:spf.mailer.example}
 * @param askSecret the part of the path under which a Caddy elsewhere may ask for permission
 */
public record HostSettings(
        List<InetSocketAddress> resolvers, String target, Optional<String> spf, Optional<String> askSecret) {
    public HostSettings {
        resolvers = List.copyOf(resolvers);
    }
}

package io.portico.installation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * One running Portico as its host set it up; immutable, made once at the start from settings that were checked.
 *
 * @param consoleUrl the console's public address without a trailing slash, as {@code https://portal.example.com}
 * @param portalBase the domain under which every workspace has its sub-domain, as {@code localhost}
 * @param port the port this node listens on
 * @param data the data folder, absolute; this process alone holds it
 * @param smtp the mail server; when empty, mails go to the built-in mailbox
 * @param demo whether the demo workspace was asked for
 */
public record Installation(
        URI consoleUrl, String portalBase, int port, Path data, Optional<SmtpServer> smtp, boolean demo) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Whether a host (lower case, no port) is the console's. On a machine of one's own the console also answers to the
     * loopback's other names.
     */
    public boolean isConsole(String host) {
        String own = consoleUrl.getHost();
        return host.equals(own) || (LOOPBACK.contains(own) && LOOPBACK.contains(host));
    }

    /**
     * The address of a workspace's portal on its sub-domain: scheme and port of the console, no trailing slash.
     * {@code portal("acme")} is {@code http://acme.localhost:8080} by default.
     */
    public URI portal(String slug) {
        return at(slug + "." + portalBase);
    }

    /** The address of a host that this installation answers on: scheme and port of the console, no trailing slash. */
    public URI at(String host) {
        String port = consoleUrl.getPort() < 0 ? "" : ":" + consoleUrl.getPort();
        return URI.create(consoleUrl.getScheme() + "://" + host + port);
    }

    /** Whether the console itself answers on this sub-domain, so that no portal ever could. */
    public boolean hasConsoleAt(String slug) {
        return (slug + "." + portalBase).equalsIgnoreCase(consoleUrl.getHost());
    }
}

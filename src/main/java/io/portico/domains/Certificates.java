package io.portico.domains;

import io.portico.installation.HostSettings;
import io.portico.installation.Installation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * For which hosts a certificate may be issued: the installation's own, sub-domains of workspaces, and hosts that were
 * proved, also those that fail or were given up, whose visitors are sent on. All others are refused. Answered from
 * memory; a host is in it half a second after it was proved, on any node.
 */
@Component
public class Certificates {
    private final HostDirectory directory;
    private final Set<String> own;
    private final String below;

    Certificates(HostDirectory directory, Installation installation, HostSettings settings) {
        this.directory = directory;
        this.own = Set.copyOf(List.of(installation.consoleUrl().getHost().toLowerCase(Locale.ROOT), settings.target()));
        this.below = "." + installation.portalBase();
    }

    public boolean mayBeIssuedFor(String typed) {
        String host = typed.toLowerCase(Locale.ROOT);
        if (host.endsWith(below)) {
            return own.contains(host)
                    || directory
                            .ownerOf(host.substring(0, host.length() - below.length()))
                            .isPresent();
        }
        return own.contains(host) || HostName.parse(host).flatMap(directory::at).isPresent();
    }
}

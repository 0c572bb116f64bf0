package io.portico.domains;

import io.portico.installation.Installation;
import io.portico.kernel.Slug;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The canonical address of each portal, and the way back from a host name to its workspace. */
@Component
public class PortalAddresses {
    private final Installation installation;
    private final Workspaces workspaces;

    PortalAddresses(Installation installation, Workspaces workspaces) {
        this.installation = installation;
        this.workspaces = workspaces;
    }

    /** The portal URL, without a path: {@code http://acme.localhost:8080}. Never taken from a request. */
    public URI of(Workspace workspace) {
        return installation.portal(workspace.slug().value());
    }

    /** The workspace whose portal is on this host (no port), suspended or not; empty for hosts that are nobody's. */
    public Optional<Workspace> workspaceAt(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String suffix = "." + installation.portalBase();
        if (!name.endsWith(suffix)) {
            return Optional.empty();
        }
        return Slug.parse(name.substring(0, name.length() - suffix.length()))
                .flatMap(workspaces::withSlug);
    }
}

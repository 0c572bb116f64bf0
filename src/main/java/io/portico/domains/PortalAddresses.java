package io.portico.domains;

import io.portico.installation.Installation;
import io.portico.kernel.Slug;
import io.portico.workspace.SubDomains;
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
    private final SubDomains subDomains;

    PortalAddresses(Installation installation, Workspaces workspaces, SubDomains subDomains) {
        this.installation = installation;
        this.workspaces = workspaces;
        this.subDomains = subDomains;
    }

    /** The portal URL, without a path: {@code http://acme.localhost:8080}. Never taken from a request. */
    public URI of(Workspace workspace) {
        return installation.portal(workspace.slug().value());
    }

    /** What is on this host (no port); empty for hosts that are nobody's, or of a workspace that is suspended. */
    public Optional<PortalSite> siteAt(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return nameUnderBase(name)
                .flatMap(this::withSubDomain)
                .filter(workspace -> !workspace.suspended())
                .map(workspace -> siteOf(workspace, name));
    }

    private PortalSite siteOf(Workspace workspace, String host) {
        URI canonical = of(workspace);
        return canonical.getHost().equals(host)
                ? new PortalSite.Here(workspace)
                : new PortalSite.Elsewhere(workspace, canonical);
    }

    private Optional<String> nameUnderBase(String host) {
        String suffix = "." + installation.portalBase();
        return host.endsWith(suffix)
                ? Optional.of(host.substring(0, host.length() - suffix.length()))
                : Optional.empty();
    }

    private Optional<Workspace> withSubDomain(String name) {
        Optional<Slug> slug = Slug.parse(name);
        return slug.flatMap(workspaces::withSlug)
                .or(() -> slug.flatMap(was -> subDomains.ownerOf(was.value())).flatMap(workspaces::find));
    }
}

package io.portico.domains;

import io.portico.installation.Installation;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
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
    private final HostDirectory directory;

    PortalAddresses(Installation installation, Workspaces workspaces, SubDomains subDomains, HostDirectory directory) {
        this.installation = installation;
        this.workspaces = workspaces;
        this.subDomains = subDomains;
        this.directory = directory;
    }

    /**
     * The portal URL, without a path: {@code http://acme.localhost:8080}, or the chosen host while its records are there.
     * Never taken from a request.
     */
    public URI of(Workspace workspace) {
        return directory
                .canonical(workspace.id())
                .map(host -> installation.at(host.value()))
                .orElseGet(() -> ofSubDomain(workspace));
    }

    /** The address on the sub-domain, which is always there. */
    public URI ofSubDomain(Workspace workspace) {
        return installation.portal(workspace.slug().value());
    }

    /** What is on this host (no port); empty for hosts that are nobody's. The workspace may be suspended. */
    public Optional<PortalSite> siteAt(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        Optional<String> below = nameUnderBase(name);
        return below.isPresent()
                ? below.flatMap(this::withSubDomain).map(workspace -> siteOf(workspace, name))
                : HostName.parse(name).flatMap(directory::at).flatMap(this::siteOf);
    }

    private Optional<PortalSite> siteOf(PortalHost host) {
        return workspaces
                .findRecent(host.workspace())
                .map(workspace -> host.state() == HostState.REMOVED
                        ? new PortalSite.Left(workspace, of(workspace))
                        : siteOf(workspace, host.host().value()));
    }

    private PortalSite siteOf(Workspace workspace, String host) {
        URI canonical = of(workspace);
        // While it is suspended, no host leads anywhere: each shows the page that says the portal is closed.
        return workspace.suspended() || canonical.getHost().equals(host)
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
        return directory.ownerOf(name).or(() -> justTaken(name)).flatMap(workspaces::findRecent);
    }

    /** A name that the directory has not read yet. */
    private Optional<WorkspaceId> justTaken(String name) {
        return Slug.parse(name).map(Slug::value).flatMap(subDomains::ownerOf);
    }
}

package io.portico.domains;

import io.portico.workspace.Workspace;
import java.net.URI;

/** What is found on a host that belongs to a workspace. */
public sealed interface PortalSite {
    Workspace workspace();

    /** The portal itself: this is its canonical host. */
    record Here(Workspace workspace) implements PortalSite {}

    /** Another host of the workspace, which sends on to the canonical one. */
    record Elsewhere(Workspace workspace, URI canonical) implements PortalSite {}

    /** A host that the workspace gave up: it says where the portal is now. */
    record Left(Workspace workspace, URI canonical) implements PortalSite {}
}

package io.portico.api.workspace;

import io.portico.workspace.Workspace;
import java.net.URI;

/** A workspace as the API shows it. */
record WorkspaceShown(
        String id, String slug, String name, String language, String timeZone, String accent, String portalUrl) {
    static WorkspaceShown of(Workspace workspace, URI portal) {
        return new WorkspaceShown(
                workspace.id().toString(),
                workspace.slug().value(),
                workspace.name(),
                workspace.language().tag(),
                workspace.timeZone().getId(),
                workspace.accent().value(),
                portal.toString());
    }
}

package io.portico.api.workspace;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.domains.PortalAddresses;
import io.portico.kernel.Language;
import io.portico.kernel.ZoneNames;
import io.portico.workspace.Accent;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Workspace;
import io.portico.workspace.WorkspaceDetails;
import io.portico.workspace.Workspaces;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;

/** The workspace that the key belongs to. */
@ApiController
class WorkspaceController {
    private static final int LONGEST = 100;

    private final Workspaces workspaces;
    private final PortalAddresses portals;

    WorkspaceController(Workspaces workspaces, PortalAddresses portals) {
        this.workspaces = workspaces;
        this.portals = portals;
    }

    @GetMapping("/api/v1/workspace")
    @NeedsScope(ApiScope.WORKSPACE_READ)
    ApiAnswer show(ApiVisit visit) {
        visit.query().end();
        return ApiAnswer.ok(shown(visit.workspace())).withTag();
    }

    @PatchMapping("/api/v1/workspace")
    @NeedsScope(ApiScope.WORKSPACE_WRITE)
    ApiAnswer change(ApiVisit visit) {
        visit.query().end();
        Workspace before = workspaces.hold(visit.workspaceId());
        WorkspaceDetails details = details(visit.body(), before);
        visit.mustMatch(shown(before));
        workspaces.change(visit.workspaceId(), details, visit.actor());
        return ApiAnswer.ok(shown(workspaces.get(visit.workspaceId()))).withTag();
    }

    private static WorkspaceDetails details(Fields body, Workspace before) {
        var details = new WorkspaceDetails(
                name(body).orElse(before.name()),
                body.parsed("language", LONGEST, Language::parse, "It must be en or ko.")
                        .orElse(before.language()),
                body.parsed("time_zone", LONGEST, ZoneNames::parse, "It must be a time zone such as Europe/Berlin.")
                        .orElse(before.timeZone()),
                accent(body).orElse(before.accent()));
        body.end();
        return details;
    }

    private static Optional<String> name(Fields body) {
        return body.parsed(
                "name",
                NewWorkspace.LONGEST_NAME,
                text -> Optional.of(text.strip()).filter(name -> !name.isEmpty()),
                "It must not be empty.");
    }

    private static Optional<Accent> accent(Fields body) {
        return body.parsed(
                "accent",
                LONGEST,
                text -> Accent.parse(text).filter(Accent::carriesWhiteText),
                "It must be a colour such as #2f5bd0, dark enough to read white text on it.");
    }

    private WorkspaceShown shown(Workspace workspace) {
        return WorkspaceShown.of(workspace, portals.of(workspace));
    }
}

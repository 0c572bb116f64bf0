package io.portico.console.doors;

import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to a workspace: the one visited last. */
@ConsoleController
class WorkspaceController {
    private final Workspaces workspaces;
    private final Entrance entrance;
    private final LastWorkspace last;

    WorkspaceController(Workspaces workspaces, Entrance entrance, LastWorkspace last) {
        this.workspaces = workspaces;
        this.entrance = entrance;
        this.last = last;
    }

    @GetMapping("/")
    Answer start(StrangerVisit visit, HttpServletRequest request) {
        List<Workspace> own = workspaces.of(entrance.signedIn(visit).id());
        Optional<String> before = last.of(request);
        Answer.SeeOther on = own.stream()
                .filter(each -> before.equals(Optional.of(each.slug().value())))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(workspace -> Answer.seeOther("/w/" + workspace.slug()))
                .orElseGet(() -> Answer.seeOther("/workspaces/new"));
        // This page shows nothing, so whatever was to be said is said on the next one.
        return visit.notice().map(on::saying).orElse(on);
    }
}

package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import io.portico.activity.Actor;
import io.portico.installation.Installation;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.StrangerVisit;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Leads to a workspace, or opens another one. */
@ConsoleController
class WorkspaceController {
    private final Templates templates;
    private final Workspaces workspaces;
    private final Installation installation;
    private final Entrance entrance;
    private final LastWorkspace last;

    WorkspaceController(
            Templates templates,
            Workspaces workspaces,
            Installation installation,
            Entrance entrance,
            LastWorkspace last) {
        this.templates = templates;
        this.workspaces = workspaces;
        this.installation = installation;
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

    @GetMapping("/workspaces/new")
    Answer show(StrangerVisit visit) {
        return Answer.page(templates.consoleDoorsNewWorkspace(page(visit, WorkspaceForm.EMPTY, FormErrors.none())));
    }

    @PostMapping("/workspaces/new")
    Answer open(@ModelAttribute WorkspaceForm form, StrangerVisit visit) {
        Operator operator = entrance.signedIn(visit);
        FormErrors errors = FormErrors.none();
        Optional<NewWorkspace> wanted = form.read(new Typed(visit.texts(), errors), installation);
        var actor = new Actor.Operator(operator.id(), visit.device().ip());
        Optional<Workspace> opened = wanted.flatMap(each -> workspaces.open(each, operator.id(), actor));
        if (opened.isPresent()) {
            return Answer.seeOther("/w/" + opened.get().slug());
        }
        if (wanted.isPresent()) {
            errors.put("slug", visit.t("doors.field.slug-taken"));
        }
        return Answer.invalid(templates.consoleDoorsNewWorkspace(page(visit, form, errors)));
    }

    private NewWorkspacePage page(StrangerVisit visit, WorkspaceForm form, FormErrors errors) {
        boolean first = workspaces.of(entrance.signedIn(visit).id()).isEmpty();
        return NewWorkspacePage.of(visit, form, errors, installation, first);
    }
}

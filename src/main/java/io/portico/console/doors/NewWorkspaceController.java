package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.activity.Actor;
import io.portico.installation.Installation;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.StrangerVisit;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Operator;
import io.portico.workspace.OperatorMembership;
import io.portico.workspace.Operators;
import io.portico.workspace.Permission;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Owners open further workspaces. Whoever is merely invited to one does not: it would send mails in any name. */
@ConsoleController
class NewWorkspaceController {
    private final Templates templates;
    private final Workspaces workspaces;
    private final Operators operators;
    private final Installation installation;
    private final Entrance entrance;

    NewWorkspaceController(
            Templates templates,
            Workspaces workspaces,
            Operators operators,
            Installation installation,
            Entrance entrance) {
        this.templates = templates;
        this.workspaces = workspaces;
        this.operators = operators;
        this.installation = installation;
        this.entrance = entrance;
    }

    @GetMapping("/workspaces/new")
    Answer show(StrangerVisit visit) {
        return Answer.page(page(visit, WorkspaceForm.EMPTY, FormErrors.none()));
    }

    @PostMapping("/workspaces/new")
    Answer open(@ModelAttribute WorkspaceForm form, StrangerVisit visit) {
        Operator operator = entrance.signedIn(visit);
        FormErrors errors = FormErrors.none();
        if (!mayOpen(operators.memberships(operator.id()))) {
            return Answer.page(HttpStatus.FORBIDDEN, page(visit, form, errors));
        }
        Optional<NewWorkspace> wanted = form.read(new Typed(visit.texts(), errors), installation);
        var actor = new Actor.Operator(operator.id(), visit.device().ip());
        Optional<Workspace> opened = wanted.flatMap(each -> workspaces.open(each, operator.id(), actor));
        if (opened.isPresent()) {
            return Answer.seeOther("/w/" + opened.get().slug());
        }
        if (wanted.isPresent()) {
            errors.put("slug", visit.t("doors.field.slug-taken"));
        }
        return Answer.invalid(page(visit, form, errors));
    }

    private JteModel page(StrangerVisit visit, WorkspaceForm form, FormErrors errors) {
        List<OperatorMembership> memberships =
                operators.memberships(entrance.signedIn(visit).id());
        var fields = WorkspaceFields.of(visit.texts(), form, errors, installation);
        return templates.consoleDoorsNewWorkspace(
                new NewWorkspacePage(visit, fields, mayOpen(memberships), memberships.isEmpty()));
    }

    private static boolean mayOpen(List<OperatorMembership> memberships) {
        return memberships.stream().anyMatch(each -> each.role().may(Permission.OPEN_WORKSPACE));
    }
}
